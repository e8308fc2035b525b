def ei = evaluate(new File(itTools))

def line = new File(basedir, 'pom.xml').readLines().findIndexOf { it.contains('memberPort 4200') } + 1
ei.mistakes("cluster/nodes/node: 'memberPort 4200' (POM line $line) stands beside child elements, where Maven drops it. " +
        'Put it into the element that it belongs to, or remove it.')
true
