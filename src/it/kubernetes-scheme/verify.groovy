def ei = evaluate(new File(itTools))

assert ei.clustering('node1', 'membershipScheme') == 'kubernetes'
assert ei.clustering('node1', 'membershipSchemeClassName') == 'org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme'
assert ei.clustering('node1', 'KUBERNETES_NAMESPACE') == 'integration'
assert ei.clustering('node1', 'KUBERNETES_SERVICES') == 'ei-service'
assert ei.clustering('node1', 'localMemberHost') == null
true
