def ei = evaluate(new File(itTools))

assert ei.prefix('node1', 'http') == null
assert ei.prefix('node1', 'https') == null
assert ei.connector('node1', '9443', 'proxyPort') == ''
assert ei.carbon('node1').MgtHostName.size() == 0
assert ei.carbon('node1').HostName*.text() == ['ei.example.org']
ei.untouched('node1', new File(miniatures, 'wso2ei-6.6.0.zip'), 'conf/tomcat/catalina-server.xml')
true
