def ei = evaluate(new File(itTools))

ei.mistakes('distribution: is missing. Give the distribution of WSO2 EI, such as -Dei-cluster.distribution=/path/to/wso2ei-6.6.0.zip.')
true
