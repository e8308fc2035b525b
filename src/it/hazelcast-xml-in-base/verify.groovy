def ei = evaluate(new File(itTools))

ei.says('conf/etc/hazelcast.xml')
ei.madeNothing()
true
