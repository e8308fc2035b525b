def ei = evaluate(new File(itTools))

ei.fails("The nodes cannot be configured on ${new File(miniatures, 'wso2ei-6.6.0.zip')}:"
        + " cluster/certificates/internalKeyFingerprint: the internal key must be ${(['AA'] * 32).join(':')}, but the store"
        + " ${new File(basedir, 'keys')} has none, so that another one would be made. Restore that folder, or name its place"
        + ' in cluster/certificates/store (-Dei-cluster.certs.store).')
assert !new File(basedir, 'keys/internal.pem').exists()
true
