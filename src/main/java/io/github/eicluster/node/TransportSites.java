package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.VaultAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Passwords of an axis2.xml that the server takes from the vault. Each direction has one alias per kind of password, which
 * serves all its transports (axis2 AxisConfigBuilder).
 */
final class TransportSites {

    private static final Map<String, String> STORES = Map.of("keystore", "KeyStore", "truststore", "TrustStore");

    private final NodeFiles files;
    private final EiVersion version;

    TransportSites(NodeFiles files, EiVersion version) {
        this.files = files;
        this.version = version;
    }

    List<VaultSite> of(String file) {
        List<VaultSite> found = new ArrayList<>();
        if (!files.exists(file)) {
            return found;
        }
        XmlEditor xml = files.xml(file);
        for (String transport : List.of("transportReceiver", "transportSender")) {
            for (String holder : SinglePaths.of(xml, "/axisconfig/" + transport)) {
                for (String parameter : List.of("keystore", "truststore")) {
                    String store = holder + "/parameter[@name='" + parameter + "']/" + STORES.get(parameter);
                    fields(xml, file, store, STORES.get(parameter), transport, "", found);
                }
                if (transport.equals("transportSender")) {
                    profiles(xml, file, holder + "/parameter[@name='customSSLProfiles']", found);
                    one(xml, file, holder + "/parameter[@name='mail.smtp.password']", VaultAliases.MAIL, found);
                }
            }
        }
        // Earlier servers do not ask the vault for them (membership scheme aws of the kernel).
        if (version.atLeast(6, 2)) {
            for (String key : List.of("accessKey", "secretKey")) {
                one(xml, file, "/axisconfig/clustering/parameter[@name='" + key + "']", VaultAliases.aws(key), found);
            }
        }
        return found;
    }

    private static void profiles(XmlEditor xml, String file, String parameter, List<VaultSite> found) {
        if (!xml.exists(parameter + "/profile")) {
            return;
        }
        for (String profile : SinglePaths.of(xml, parameter + "/profile")) {
            String name = xml.attribute(profile, "name").orElse("");
            if (!name.isBlank()) {
                for (String store : List.of("KeyStore", "TrustStore")) {
                    fields(xml, file, profile + "/" + store, store, "transportSender", name.strip(), found);
                }
            }
        }
    }

    private static void fields(
            XmlEditor xml,
            String file,
            String holder,
            String store,
            String transport,
            String profile,
            List<VaultSite> found) {
        for (String field : List.of("Password", "KeyPassword")) {
            one(xml, file, holder + "/" + field, VaultAliases.axis2(transport, profile, store + "." + field), found);
        }
    }

    private static void one(XmlEditor xml, String file, String path, String alias, List<VaultSite> found) {
        if (xml.count(path) == 1) {
            found.add(VaultSite.text(file, path, alias));
        }
    }
}
