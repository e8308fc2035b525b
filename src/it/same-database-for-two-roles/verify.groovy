def ei = evaluate(new File(itTools))

ei.mistakes('cluster/database/registryDatabase: \'jdbc:oracle:thin:@//ora.example.org:1521/ei\' is the database of userDatabase too, with the same tables. Give each its own name or user.')
true
