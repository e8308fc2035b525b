package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section {@code <clustering>} of {@code axis2.xml}, as {@code ClusterBuilder} of wso2-axis2 reads it. */
public final class Clustering {

    /** Hazelcast takes a port behind the advertised address; an IPv6 address with one stands in brackets. */
    private static final Pattern WITH_PORT = Pattern.compile("^(\\s*(?:[^:\\[]+|\\[[^]]+])):\\d+(\\s*)$");

    private final XmlNode element;

    private Clustering(XmlNode element) {
        this.element = element;
    }

    /**
     * One member of the list.
     *
     * @param element the element
     * @param host its host name or address
     * @param port its port
     */
    public record Member(XmlNode element, Optional<Setting> host, Optional<Setting> port) {

        /** {@return host and port as one text, such as {@code 10.0.0.1:4100}} */
        public String text() {
            return host.map(Setting::trimmed).orElse("?") + ":"
                    + port.map(Setting::trimmed).orElse("?");
        }
    }

    /**
     * Reads the section of a node.
     *
     * @param home the node
     * @return the section, or empty if there is none
     * @throws CannotCheck if {@code axis2.xml} is missing or not well-formed
     */
    public static Optional<Clustering> of(NodeHome home) {
        return home.once(
                "clustering", () -> home.xml(Layout.AXIS2).first("clustering").map(Clustering::new));
    }

    /** {@return where the section stands} */
    public Place place() {
        return element.place();
    }

    /** {@return the section itself} */
    public XmlNode element() {
        return element;
    }

    /** {@return whether the node clusters; a missing attribute counts as true} */
    public boolean enabled() {
        return attribute("enable").map(setting -> setting.is("true")).orElse(true);
    }

    /**
     * Finds an attribute of the section.
     *
     * @param name its name
     * @return its value
     */
    public Optional<Setting> attribute(String name) {
        return element.attribute(name);
    }

    /**
     * Finds a parameter; of several of one name the last counts.
     *
     * @param name its name
     * @return its value
     */
    public Optional<Setting> parameter(String name) {
        return element.named("parameter", name).stream().map(XmlNode::setting).reduce((first, second) -> second);
    }

    /** {@return the membership scheme; the server's own default is multicast} */
    public String scheme() {
        return parameter("membershipScheme").map(Setting::trimmed).orElse("multicast");
    }

    /** {@return whether the members are well-known addresses} */
    public boolean wellKnown() {
        return scheme().equals("wka");
    }

    /** {@return the address that the node tells the others, without a port that may stand behind it} */
    public Optional<Setting> host() {
        return parameter("localMemberHost")
                .map(host -> new Setting(
                        host.place(), WITH_PORT.matcher(host.value()).replaceFirst("$1$2"), host.alias()));
    }

    /**
     * Tells whether Hazelcast 3.5 ({@code DefaultAddressPicker.getPublicAddress}) advertises port 0.
     *
     * @return whether the address is one of the two names of the machine itself that it knows, without a port
     */
    public boolean advertisesNoPort() {
        return parameter("localMemberHost")
                .map(Setting::trimmed)
                .filter(host -> host.equals("127.0.0.1") || host.equals("localhost"))
                .isPresent();
    }

    /** {@return the Hazelcast port, 4000 if none is set; 0 if it is no number} */
    public int port() {
        return parameter("localMemberPort")
                .map(setting -> setting.number().orElse(0))
                .orElse(4000);
    }

    /** {@return the member list in order, whatever the scheme} */
    public List<Member> members() {
        return element.first("members").stream()
                .flatMap(members -> members.children("member").stream())
                .map(member -> new Member(member, member.value("hostName"), member.value("port")))
                .toList();
    }
}
