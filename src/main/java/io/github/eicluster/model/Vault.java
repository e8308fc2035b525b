package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secure vault: passwords in the files of a node are replaced by aliases of encrypted values.
 *
 * @param startup how a server gets the password of the key store that decrypts
 * @param padding how values are padded
 * @param secrets what is encrypted beside the passwords that the plugin knows of
 */
public record Vault(Startup startup, VaultPadding padding, List<Entry> secrets) {

    /** What a name of a value may be. */
    public static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    /** Name of the file with the password for a systemd credential. */
    public static final String CREDENTIAL_FILE = "vault-password";

    /** Copies the list. */
    public Vault {
        secrets = List.copyOf(secrets);
    }

    /**
     * Name of the file that the build writes for a node; without a unit there is no credential, but the file in the home.
     *
     * @param node the node
     * @return the name; empty if the server asks for the password
     */
    public Optional<String> writtenFile(Node node) {
        boolean unit = startup == Startup.CREDENTIAL && node.os() == Node.Os.LINUX;
        return startup.writesFile() ? Optional.of(unit ? CREDENTIAL_FILE : startup.file(node.os())) : Optional.empty();
    }

    /**
     * Where systemd reads the credential of a node's unit.
     *
     * @param nodeId id of the node
     * @return absolute path
     */
    public static String credential(String nodeId) {
        return "/etc/credstore/" + Service.unit(nodeId) + "." + CREDENTIAL_FILE;
    }

    /** How a server gets the start-up password (kernel DefaultSecretCallbackHandler). */
    public enum Startup {
        /** It asks on the console at every start. */
        PROMPT("password-tmp"),
        /** From a file that it deletes at once: one start. */
        TEMPORARY_FILE("password-tmp"),
        /** From a file that stays. */
        PERSISTENT_FILE("password-persist"),
        /** A systemd credential, from which the unit writes the temporary file at every start. */
        CREDENTIAL("password-tmp");

        private final String file;

        Startup(String file) {
            this.file = file;
        }

        /**
         * Name of the file in the home that the server looks for.
         *
         * @param os operating system of the node
         * @return the name
         */
        public String file(Node.Os os) {
            return file + (os == Node.Os.WINDOWS ? ".txt" : "");
        }

        /** {@return whether the build writes the password beside the archives} */
        public boolean writesFile() {
            return this != PROMPT;
        }
    }

    /**
     * A further value of the vault.
     *
     * @param where place in the POM, for messages
     * @param alias name of the value
     * @param file file below the home whose value is replaced by the alias; absent if nothing is replaced
     * @param path path of the element in the file, an attribute behind {@code /@}; absent with {@code file}
     * @param secret the value; absent: the one that the file has
     */
    public record Entry(
            String where, String alias, Optional<String> file, Optional<String> path, Optional<Secret> secret) {}
}
