def ei = evaluate(new File(itTools))

ei.says('ei-cluster:package', 'Available parameters:', 'User property: ei-cluster.attach', 'User property: ei-cluster.formats')
ei.saysNot('ei-cluster:diff')
true
