def ei = evaluate(new File(itTools))

def pack = new File(miniatures, 'variants/no-clustering.zip')
def lines = ei.entries(pack)['conf/axis2/axis2.xml'].with { new String(it, 'ISO-8859-1') }.readLines()
def line = lines.findIndexOf { it.contains('<axisconfig') } + 1
ei.fails("The nodes cannot be configured on $pack: every node: conf/axis2/axis2.xml (EI 6.6.0, $pack):$line: no element " +
        '/axisconfig/clustering: <axisconfig> here holds no clustering; add it or restore the shipped element.')
true
