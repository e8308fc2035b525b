def ei = evaluate(new File(itTools))

ei.fails("The nodes cannot be configured on ${new File(miniatures, 'wso2ei-6.6.0.zip')}: cluster/certificates/node/keystore:"
        + " '${new File(miniatures, 'homes/wso2ei-6.6.0/repository/resources/security/wso2carbon.jks')}' is a JKS file that the"
        + ' password does not open. Give a JKS or PKCS#12 file and its password.')
ei.saysNot('group-secret')
true
