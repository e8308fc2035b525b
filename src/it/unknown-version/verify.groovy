def ei = evaluate(new File(itTools))

def pack = new File(miniatures, 'wso2ei-7.1.0.zip')
ei.fails("distribution: '$pack' has version 7.1.0, supported is WSO2 EI 6.0.0 to 6.6.0; give a distribution of one of these versions.")
true
