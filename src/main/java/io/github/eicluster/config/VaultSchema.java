package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code vault}. */
final class VaultSchema {

    private static final Element SECRET = group(
            "secret",
            "none",
            "<alias>broker.password</alias><serverId>ei-broker</serverId>",
            "One value. With file and path it is replaced there by its alias; without them only the encrypted value is added,"
                    + " for artifacts that name the alias.",
            text(
                    "alias",
                    "required",
                    "broker.password",
                    "Name of the value in the vault: letters, digits, dots, hyphens and underscores. Up to EI 6.5 several"
                            + " files know fixed names only, see the page about the vault."),
            text(
                    "file",
                    "none",
                    "conf/etc/tasks-config.xml",
                    "XML file below the home. It must be one whose reader resolves aliases."),
            text(
                    "path",
                    "none",
                    "/tasks-configuration/remoteServerUsername",
                    "The element, by a path as in edits; an attribute behind /@. Required with file."),
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "the value that the file has",
                    "ei-broker",
                    "The server of settings.xml whose password is the value. Required without file."));

    static final Element VAULT = group(
                    "vault",
                    "off",
                    "on",
                    "The secure vault: every password in the configuration of the integrator is encrypted with the internal key,"
                            + " and the node archives hold none in clear text. Plain text stands for mode.",
                    choice(
                            "mode",
                            List.of("on", "off", "true", "false"),
                            "on, if there is an element vault",
                            "off",
                            "Whether passwords are encrypted. true and false are the same as on and off. With off the passwords of"
                                    + " a distribution that has them in its vault are written in clear text again, as far as its"
                                    + " key can be opened."),
                    choice(
                            "startup",
                            List.of("prompt", "file", "credential"),
                            "prompt",
                            "file",
                            "How a server gets the password of its internal key store, which nothing in the archive tells."
                                    + " prompt: it asks on the console at every start, which is a mistake with service. file: the"
                                    + " build writes a file beside the archives, to be copied into the home. credential: the"
                                    + " systemd unit writes the file from a credential at every start; it needs service."),
                    choice(
                            "passwordFile",
                            List.of("password-tmp", "password-persist"),
                            "password-tmp",
                            "password-persist",
                            "The file of startup file. The server deletes password-tmp when it has read it: it serves one start, and"
                                    + " is a mistake with service. password-persist stays: whoever can read the home can then"
                                    + " decrypt the vault, and in production it is a warning. On Windows the names end in .txt."),
                    choice(
                            "padding",
                            List.of("pkcs1", "oaep"),
                            "pkcs1",
                            "oaep",
                            "How values are padded for RSA. pkcs1 is what the servers decrypt unless told otherwise. oaep, from EI 6.4"
                                    + " on, also writes secretRepositories.file.algorithm, which tells them; try it on one node, since"
                                    + " nobody has shown that the vault of each 6.x follows it. The cipher tool then needs"
                                    + " -Dorg.wso2.CipherTransformation=RSA/ECB/OAEPwithSHA1andMGF1Padding."),
                    list("secrets", "none", SECRET.example(), "Further values of the vault.", SECRET))
            .shortFor("mode");

    private VaultSchema() {}
}
