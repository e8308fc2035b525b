def ei = evaluate(new File(itTools))

ei.mistakes('cluster/database/password: is written in clear text. Name a server of settings.xml with serverId, or write env:NAME.')
ei.saysNot('a-literal-one')
true
