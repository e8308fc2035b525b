def ei = evaluate(new File(itTools))

ei.says('Skipped (ei-cluster.skip or ei-cluster.certs.skip).',
        '-Dei-cluster.certs.renew was given, but the goal certs has not run: nothing was made anew.')
// The configuration names key stores, so that they are there.
['node1', 'node2'].each { node ->
    def location = ei.carbon(node).Security.KeyStore.Location.text().replace('${carbon.home}/', '')
    assert location == 'repository/resources/security/ei-internal.jks'
    assert ei.entries(node).keySet().containsAll([location, 'repository/resources/security/ei-tls.jks'])
}
true
