-- Databases and users of the cluster wso2.ei.domain on db.example.com:3306.
-- Replace <password of regadmin> by that password in single quotes.
CREATE DATABASE IF NOT EXISTS `WSO2_USER_DB` CHARACTER SET latin1 COLLATE latin1_general_cs;
CREATE DATABASE IF NOT EXISTS `REGISTRY_DB` CHARACTER SET latin1 COLLATE latin1_general_cs;
CREATE USER 'regadmin'@'10.0.0.%' IDENTIFIED BY <password of regadmin>;
GRANT SELECT, INSERT, UPDATE, DELETE ON `WSO2\_USER\_DB`.* TO 'regadmin'@'10.0.0.%';
GRANT SELECT, INSERT, UPDATE, DELETE ON `REGISTRY\_DB`.* TO 'regadmin'@'10.0.0.%';
