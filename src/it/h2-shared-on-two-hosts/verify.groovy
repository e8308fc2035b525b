def ei = evaluate(new File(itTools))

ei.mistakes('cluster/database: is missing, and the embedded H2 serves the nodes of one host only, but the nodes live on several. Name a database server: type, host and serverId in <database>, or -Dei-cluster.database.type, .host and .serverId.')
true
