def ei = evaluate(new File(itTools))

ei.isClustered('node2', 'it.domain', '10.0.0.2', 4100, ['10.0.0.1:4100', '10.0.0.2:4100'])
assert ei.root(ei.archive('node2')) == 'wso2ei-6.4.0'
true
