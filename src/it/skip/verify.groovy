def ei = evaluate(new File(itTools))

ei.says('Skipped (ei-cluster.skip or ei-cluster.certs.skip).',
        'Skipped (ei-cluster.skip or ei-cluster.configure.skip).',
        'Skipped (ei-cluster.skip or ei-cluster.load-balancer.skip).',
        'Skipped (ei-cluster.skip or ei-cluster.databases.skip).',
        'Skipped (ei-cluster.skip or ei-cluster.package.skip).',
        'Skipped (ei-cluster.skip or ei-cluster.diff.skip).')
assert ei.log().count('Skipped (') == 11
assert !ei.log().contains('node1:')
ei.madeNothing()
true
