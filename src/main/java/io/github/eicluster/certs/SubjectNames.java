package io.github.eicluster.certs;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Host names and IP addresses as a certificate spells them. */
final class SubjectNames {

    /** X.520: the upper bound of a common name (ub-common-name). */
    private static final int LONGEST_COMMON_NAME = 64;

    private static final int ASCII_END = 128;

    private static final Pattern IPV4 = Pattern.compile("(%1$s\\.){3}%1$s".formatted("(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));

    private SubjectNames() {}

    /** The subject of a certificate for such names: the first one that fits becomes the common name. */
    static X500Name subject(List<String> names) {
        String first = normal(names).stream()
                .filter(name -> name.length() <= LONGEST_COMMON_NAME)
                .findFirst()
                .orElse(names.get(0));
        return commonName(first);
    }

    /** A subject of nothing but a common name, cut if it is too long. */
    static X500Name commonName(String name) {
        String cut = name.length() <= LONGEST_COMMON_NAME ? name : name.substring(0, LONGEST_COMMON_NAME);
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, cut.strip())
                .build();
    }

    /** The extension: addresses as iPAddress, everything else as dNSName. */
    static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(normal(names).stream()
                .map(name -> isAddress(name)
                        ? new GeneralName(
                                GeneralName.iPAddress,
                                new DEROctetString(address(name).getAddress()))
                        : new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    /** A subject as messages show it. */
    static String readable(X500Principal subject) {
        return subject.getName(X500Principal.RFC2253);
    }

    /** The names, each once and in one spelling: lower case, IPv6 without brackets and without abbreviations. */
    static List<String> normal(Collection<String> names) {
        Set<String> normal = new LinkedHashSet<>();
        names.forEach(name -> normal.add(normal(name)));
        return new ArrayList<>(normal);
    }

    /** The names of {@link java.security.cert.X509Certificate#getSubjectAlternativeNames}, in the same spelling. */
    static List<String> of(Collection<List<?>> alternatives) {
        Set<String> found = new LinkedHashSet<>();
        if (alternatives != null) {
            for (List<?> alternative : alternatives) {
                if (!(alternative.get(1) instanceof String name)) {
                    continue;
                }
                if (alternative.get(0).equals(GeneralName.iPAddress)) {
                    found.add(normal(name));
                } else if (alternative.get(0).equals(GeneralName.dNSName)) {
                    found.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** Whether a certificate for {@code found} is valid for a name: a star stands for one whole label (RFC 6125). */
    static boolean covers(Collection<String> found, String wanted) {
        String name = normal(wanted);
        if (found.contains(name)) {
            return true;
        }
        int dot = name.indexOf('.');
        return dot > 0 && !isAddress(name) && found.contains("*" + name.substring(dot));
    }

    private static String normal(String name) {
        if (isAddress(name)) {
            return address(name).getHostAddress();
        }
        boolean plain = name.chars().allMatch(character -> character < ASCII_END);
        return (plain ? name : IDN.toASCII(name)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || IPV4.matcher(name).matches();
    }

    private static InetAddress address(String name) {
        boolean brackets = name.startsWith("[") && name.endsWith("]");
        try {
            // A literal with a colon, or of four numbers, is never looked up.
            return InetAddress.getByName(brackets ? name.substring(1, name.length() - 1) : name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + name + "' is not an IP address", e);
        }
    }
}
