package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.CipherPaths;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StoreUse;
import io.github.eicluster.verify.home.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Aliases of the vault and what is left in clear text: EIC414 to EIC416, EIC418 and EIC420. */
final class AliasRules {

    private static final Pattern PASSWORD_FILE = Pattern.compile("password(?:-tmp|-persist)?(?:\\.txt)?");

    /** Fixed names up to EI 6.5, by file and end of the path. */
    private static final Map<String, Map<String, String>> FIXED = Map.of(
            Layout.USER_MGT,
            Map.of("/AdminUser/Password", "UserManager.AdminUser.Password"),
            Layout.CATALINA,
            Map.of("/Connector", "Server.Service.Connector.keystorePass"),
            Layout.AXIS2,
            Map.of(
                    "transportReceiver[@name='https']/parameter[@name='keystore']/KeyStore/Password",
                    "Axis2.Https.Listener.KeyStore.Password",
                    "transportReceiver[@name='https']/parameter[@name='keystore']/KeyStore/KeyPassword",
                    "Axis2.Https.Listener.KeyStore.KeyPassword",
                    "transportReceiver[@name='https']/parameter[@name='truststore']/TrustStore/Password",
                    "Axis2.Https.Listener.TrustStore.Password",
                    "transportSender[@name='https']/parameter[@name='keystore']/KeyStore/Password",
                    "Axis2.Https.Sender.KeyStore.Password",
                    "transportSender[@name='https']/parameter[@name='keystore']/KeyStore/KeyPassword",
                    "Axis2.Https.Sender.KeyStore.KeyPassword",
                    "transportSender[@name='https']/parameter[@name='truststore']/TrustStore/Password",
                    "Axis2.Https.Sender.TrustStore.Password"));

    private AliasRules() {}

    static List<Rule> all() {
        return List.of(fixedNames(), tool(), clear(), passwordFile(), namespace());
    }

    private static Rule fixedNames() {
        return Rule.error("EIC414", "An alias has another name than the server asks for")
                .reason("Up to EI 6.5 the server does not read the attribute in carbon.xml, user-mgt.xml, axis2.xml and"
                        + " catalina-server.xml, it asks for a fixed name. Another alias is never looked up, and the"
                        + " literal value is taken.")
                .evidence("AxisConfigBuilder v20 to v35, ServerConfiguration; product-ei#2970, #3250.")
                .example(
                        "svns:secretAlias=\"my.store.password\"",
                        "svns:secretAlias=\"Carbon.Security.KeyStore.Password\"")
                .fix("Use the fixed names; they work in EI 6.6, too.")
                .eachNode((node, cluster, findings) -> {
                    if (node.version().atLeast(6, 6)) {
                        return;
                    }
                    for (Vault.Alias alias : Vault.of(node).aliases()) {
                        fixed(alias)
                                .filter(name -> !name.equals(alias.name()))
                                .ifPresent(name -> findings.report(
                                        alias.element().place(),
                                        "the alias is " + alias.name() + ", but EI " + node.version() + " asks for "
                                                + name,
                                        "Name it " + name + ", here and in " + Layout.CIPHER_TEXT + "."));
                    }
                });
    }

    private static Optional<String> fixed(Vault.Alias alias) {
        Place place = alias.element().place();
        if (place.file().equals(Layout.CARBON)) {
            return Optional.of(
                    "Carbon." + place.path().replaceFirst("^/Server/", "").replace('/', '.'));
        }
        return FIXED.getOrDefault(place.file(), Map.of()).entrySet().stream()
                .filter(entry -> place.path().endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Rule tool() {
        return Rule.warning("EIC415", "The cipher tool does not find a place")
                .reason(
                        "ciphertool.sh -Dconfigure stops in the middle of its work when a path of cipher-tool.properties"
                                + " leads nowhere. The path ends at the first comma.")
                .evidence("CipherTool.secureVaultConfigTokens; product-ei#4714, product-is#5582.")
                .example(
                        "...=conf/tomcat/catalina-server.xml//Server/Service/Connector[@keystorePass],true in EI 6.6",
                        "...//Server/Service/Connector/SSLHostConfig/Certificate[@certificateKeystorePassword],true")
                .fix("Correct the path, or remove the line.")
                .eachNode((node, cluster, findings) -> node.properties(Layout.CIPHER_TOOL).stream()
                        .flatMap(file -> file.entries().stream())
                        // What is wrong with the name of a datasource is said by a rule of its own.
                        .filter(entry -> !entry.value().contains("datasource[name="))
                        .forEach(entry -> found(node, entry, findings)));
    }

    private static void found(NodeHome node, Setting entry, Findings findings) {
        try {
            CipherPaths.fault(node, entry)
                    .ifPresent(fault -> findings.report(
                            entry,
                            "the place of " + entry.place().path() + " " + fault,
                            "Correct it, or remove the line."));
        } catch (CannotCheck e) {
            findings.unchecked(
                    entry.place(), "the place of " + entry.place().path() + " cannot be looked up: " + e.getMessage());
        }
    }

    private static Rule clear() {
        return Rule.warning("EIC416", "The vault is on, but passwords are left in clear text")
                .reason(
                        "The shipped list of aliases lacks the internal key store, the stores of axis2.xml, identity.xml"
                                + " and all further datasources. They stay readable after a successful run of the tool.")
                .evidence("The shipped cipher-tool.properties; server-semantics 1.8.")
                .example(
                        "<InternalKeyStore><Password>secret</Password>",
                        "<Password svns:secretAlias=\"Carbon.Security.InternalKeyStore.Password\">password</Password>")
                .fix("Add an alias for each, to cipher-tool.properties and cipher-text.properties.")
                .eachNode((node, cluster, findings) -> {
                    if (!Vault.of(node).on()) {
                        return;
                    }
                    Stream<Setting> stores = StoreUse.of(node).stream()
                            .flatMap(use -> Stream.of(StoreField.PASSWORD, StoreField.KEY_PASSWORD)
                                    .flatMap(field -> use.field(field).stream()));
                    Stream<Setting> databases =
                            Datasource.of(node).stream().flatMap(source -> source.field("password").stream());
                    Stream.concat(stores, databases)
                            .filter(password ->
                                    !password.hidden() && !password.trimmed().isEmpty())
                            .forEach(password ->
                                    findings.report(password, "this password is in clear text", "Give it an alias."));
                });
    }

    private static Rule passwordFile() {
        return Rule.warning("EIC418", "The password of the vault lies in the home")
                .reason(
                        "With this file whoever has the home has everything in the vault. password-persist stays for ever.")
                .evidence("DefaultSecretCallbackHandler of the kernel.")
                .example("password-persist in the archive", "password-tmp, mode 0600, written before each start")
                .fix("Remove the file from the archive, and write password-tmp at run time.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> node.files().stream()
                        .filter(path -> PASSWORD_FILE.matcher(path).matches())
                        .forEach(path -> passwordFile(node, path, findings)));
    }

    private static void passwordFile(NodeHome node, String path, Findings findings) {
        OptionalInt mode = node.mode(path);
        boolean open = mode.isPresent() && (mode.getAsInt() & 077) != 0;
        if (node.packed() || open || path.startsWith("password-persist")) {
            findings.report(
                    Place.of(node.name(), path),
                    node.packed()
                            ? "the archive holds the password of the vault"
                            : open ? "others than the owner can read it" : "it is kept for ever",
                    "Remove it, and write password-tmp, mode 0600, before each start.");
        }
    }

    private static Rule namespace() {
        return Rule.warning("EIC420", "The prefix of an alias is not declared")
                .reason("Without xmlns:svns on an element around it the file is not well-formed for the server.")
                .evidence("Namespaces in XML 1.0.")
                .example(
                        "<Server><Password svns:secretAlias=\"...\">",
                        "<Server xmlns:svns=\"http://org.wso2.securevault/configuration\">")
                .fix("Declare xmlns:svns on the root element.")
                .eachNode((node, cluster, findings) -> {
                    List<String> files = Stream.concat(
                                    Stream.of(
                                            Layout.CARBON,
                                            Layout.AXIS2,
                                            Layout.USER_MGT,
                                            Layout.CATALINA,
                                            Layout.REGISTRY),
                                    Datasource.files(node).stream())
                            .toList();
                    for (String file : files) {
                        findings.each(List.of(node), home -> declared(home, file, findings));
                    }
                });
    }

    private static void declared(NodeHome node, String file, Findings findings) {
        String text = node.text(file).orElse("");
        String live = text.replaceAll("(?s)<!--.*?-->", "");
        if (live.contains(" svns:secretAlias") && !live.contains("xmlns:svns")) {
            long line = text.substring(0, text.lastIndexOf("svns:secretAlias"))
                    .lines()
                    .count();
            findings.report(
                    new Place(node.name(), file, (int) line, ""),
                    "svns:secretAlias is used, but xmlns:svns is not declared",
                    "Declare xmlns:svns=\"http://org.wso2.securevault/configuration\" on the root element.");
        }
    }
}
