package io.github.eicluster.certs;

/** The text that tells a person who finds the store what it is. */
final class StoreReadme {

    /** Its file. */
    static final String FILE = "README.txt";

    static final String TEXT = """
            Certificate store of a WSO2 EI cluster, kept by ei-cluster-maven-plugin.

            Each build takes keys, certificates and passwords from here, so that they stay the same.

            <name>.pem            a private key, its certificate and those that signed it
            <name>-<digits>.pem   a key that was replaced; the digits begin its public key's SHA-256 fingerprint
            passwords.properties  passwords of the key stores that the build makes
            derived/              finished key stores and trust stores, encrypted texts of the secure vault

            Back up this folder, above all internal.pem and passwords.properties. The internal key encrypts data that
            the nodes keep, such as secure vault entries and passwords of user stores. Without that key nobody can read
            them.

            Only the user who builds the cluster may read this folder: whoever has a key can pose as the cluster or
            read its data. Do not put it under version control. To take it to another machine, copy the whole folder.

            derived/ may be deleted when no build runs; the next build makes its files again, with other bytes. Files
            whose names begin with .lock may then be deleted, too.
            """;

    private StoreReadme() {}
}
