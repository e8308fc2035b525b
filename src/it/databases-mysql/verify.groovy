import java.util.zip.ZipFile

def ei = evaluate(new File(itTools))

ei.expected()
def names = ['01-create.sql', '02-WSO2_USER_DB.sql', '03-REGISTRY_DB.sql', '04-REGISTRY_LOCAL1.sql',
        '05-REGISTRY_LOCAL2.sql', 'README.md'].collect { 'mysql/' + it }
def folder = new File(basedir, 'target/ei-cluster/databases')
assert names.every { new File(folder, it).isFile() }
assert new File(folder, 'mysql').list().length == names.size()
def zip = new ZipFile(new File(basedir, 'target/databases-mysql-1.0.0-databases.zip'))
assert zip.entries().collect { it.name } == names
names.each { assert zip.getInputStream(zip.getEntry(it)).bytes == new File(folder, it).bytes }
zip.close()
def pack = new ZipFile(new File(miniatures, 'wso2ei-6.4.0.zip'))
def script = pack.getInputStream(pack.getEntry('wso2ei-6.4.0/dbscripts/mysql5.7.sql')).bytes
pack.close()
names.findAll { it =~ /0[2-5]-/ }.each { assert new File(folder, it).bytes == script }
ei.says("cluster/database/maxConnections: '250' is less than the 300 connections that the pools of all nodes may open.",
        "cluster/database/tls: 'preferred' checks no certificate")
ei.saysNot('reg&admin<1>')
assert names.every { !new File(folder, it).text.contains('reg&admin<1>') }
true
