def ei = evaluate(new File(itTools))

def pack = new File(miniatures, 'variants/hazelcast-xml.zip')
ei.fails("The nodes cannot be configured on $pack: conf/etc/hazelcast.xml (EI 6.6.0, $pack): if this file exists, the server " +
        'takes its whole Hazelcast configuration from it, so that members, domain and ports of conf/axis2/axis2.xml do ' +
        'nothing. Remove the file; settings belong into cluster/membership/hazelcast.')
true
