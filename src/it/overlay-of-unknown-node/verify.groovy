def ei = evaluate(new File(itTools))

def folder = new File(basedir, 'src/main/ei/nod2')
assert ei.log().readLines().findAll { it.contains('WARNING') && it.contains('nod2') }.size() == 1
ei.says("$folder: no node has the id 'nod2' (node1, node2), so this folder is not used. Rename it, or use common for all nodes.")
assert ei.archives().size() == 4
['node1', 'node2'].each { assert ei.entries(it)['conf/extra.txt'] == null }
true
