def ei = evaluate(new File(itTools))

def registry = ei.registry('node1')
assert registry.mount*.@path*.text() as Set == ['/_system/theirs', '/_system/config', '/_system/governance'] as Set
assert registry.mount.find { it.@path == '/_system/theirs' }.@overwrite == 'virtual'
assert registry.remoteInstance.find { it.id.text() == 'theirs' }.readOnly.text() == 'true'
assert registry.handler.size() == 1
assert ei.url('node1', 'jdbc/TheirDB') == 'jdbc:mysql://theirs:3306/THEIRS'
def text = ei.text('node1', 'conf/registry.xml')
assert text.count('\n') == text.count('\r\n') : 'a line does not end in CR and LF'
true
