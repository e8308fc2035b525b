def ei = evaluate(new File(itTools))

def pack = new File(miniatures, 'not-a-distribution.zip')
ei.fails("distribution: '$pack' is not a WSO2 EI distribution: bin/version.txt, conf/carbon.xml, conf/axis2/axis2.xml are missing below " +
        'something-else/ (looked for bin/version.txt, conf/carbon.xml, conf/axis2/axis2.xml); give a WSO2 EI 6.0.0 to 6.6.0 pack.')
true
