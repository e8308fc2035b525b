package io.github.eicluster.certs;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider of Bouncy Castle, given to those who need it and never registered: the JVM is Maven's, not ours. */
final class Bouncy {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Bouncy() {}

    static Provider provider() {
        return PROVIDER;
    }
}
