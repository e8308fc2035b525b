package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;

/**
 * Who may create databases and users.
 *
 * @param url JDBC URL of the database that he logs in to, the same for all who work on this server
 * @param credentials his user name and password
 */
public record Administrator(String url, Credentials credentials) {}
