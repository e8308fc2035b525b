def ei = evaluate(new File(itTools))

assert ei.text('node1', 'conf/synapse.properties').contains('synapse.global_timeout_interval=60000')
assert ei.text('node2', 'conf/synapse.properties').contains('synapse.global_timeout_interval=60000')
assert ei.xml('node1', 'conf/etc/tasks-config.xml').taskServerCount.text() == '2'
assert ei.xml('node2', 'conf/etc/tasks-config.xml').taskServerCount.text() == '1'
assert ei.text('node1', 'repository/deployment/server/note.txt') == 'for all\n'
assert ei.text('node2', 'repository/deployment/server/note.txt') == 'for node2\n'
assert ei.text('node2', 'conf/about.txt') == 'it.domain node2 10.0.0.2\n'
assert ei.entries('node1')['conf/about.txt.vm'] == null
ei.untouched('node1', new File(miniatures, 'wso2ei-6.6.0.zip'), 'conf/passthru-http.properties')
ei.expected()
true
