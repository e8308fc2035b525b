package io.github.eicluster.model;

import java.util.Optional;

/**
 * A key store or trust store as configuration files name it.
 *
 * @param path path below the home, such as {@code repository/resources/security/ei-tls.jks}
 * @param type {@code JKS} or {@code PKCS12}
 * @param alias alias of the one private key; absent for a trust store
 * @param password of the store and, since Tomcat and Axis2 ask for one only, of the key
 */
public record Keystore(String path, String type, Optional<String> alias, Secret password) {}
