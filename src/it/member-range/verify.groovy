def ei = evaluate(new File(itTools))

assert ei.members('node1') == ['10.0.0.1:4100', '10.0.0.2:4100', '192.168.1.2-10:4105']
true
