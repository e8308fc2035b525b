package io.github.eicluster.model;

/**
 * A user name with its password.
 *
 * @param username the user name, in clear text
 * @param password the password
 */
public record Credentials(String username, Secret password) {}
