def ei = evaluate(new File(itTools))

assert ei.root(ei.archive('node1')) == 'wso2ei-6.4.0'
assert ei.archive('node1').name == 'renamed-update-pack-1.0.0-node1.zip'
def text = ei.text('node1', 'conf/registry.xml')
assert text.count('\n') == text.count('\r\n') : 'a line does not end in CR and LF'
true
