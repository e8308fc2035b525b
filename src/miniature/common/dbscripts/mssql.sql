-- Miniature script for Microsoft SQL Server: two tables of its own, one per half of the schema.
CREATE TABLE REG_MINIATURE (ID INTEGER NOT NULL, NAME VARCHAR(255), PRIMARY KEY (ID));
CREATE TABLE UM_MINIATURE (ID INTEGER NOT NULL, NAME VARCHAR(255), PRIMARY KEY (ID));
