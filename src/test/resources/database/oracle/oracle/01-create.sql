-- Databases and users of the cluster wso2.ei.domain on db.example.com:1521.
-- Replace <password of other> by that password in double quotes.
-- Replace <password of regadmin> by that password in double quotes.
SET DEFINE OFF
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
CREATE USER "OTHER" IDENTIFIED BY <password of other> DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION TO "OTHER";
CREATE USER "REGADMIN" IDENTIFIED BY <password of regadmin> DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION TO "REGADMIN";

CONNECT <administrator>@//db.example.com:1521/CONF
CREATE USER "REGADMIN" IDENTIFIED BY <password of regadmin> DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION TO "REGADMIN";
