package io.github.eicluster.config;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Membership.Parameter;
import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code cluster/membership}. */
final class MembershipReader {

    private static final int DEFAULT_PORT = 4100;
    private static final String KUBERNETES_CLASS =
            "org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme";

    private final Context context;
    private final Optional<Entry> entry;

    MembershipReader(Context context, Entry cluster) {
        this.context = context;
        this.entry = cluster.child("membership");
    }

    Scheme scheme() {
        return entry.flatMap(e -> e.text("scheme"))
                .map(word -> Scheme.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Scheme.WKA);
    }

    int firstPort() {
        return entry.map(e -> e.number("port").orElse(DEFAULT_PORT)).orElse(DEFAULT_PORT);
    }

    Membership read(List<NodeDraft> nodes) {
        Scheme scheme = scheme();
        MembersReader.Members members = new MembersReader(context, firstPort())
                .read(entry.flatMap(e -> e.child("members")), scheme, nodes.size());
        return new Membership(
                scheme,
                members.listSelf(),
                members.further(),
                entry.map(e -> parameters(e, scheme)).orElse(List.of()),
                entry.flatMap(this::groupPassword),
                entry.map(this::hazelcast).orElse(Map.of()));
    }

    private List<Parameter> parameters(Entry membership, Scheme scheme) {
        for (Scheme other : List.of(Scheme.MULTICAST, Scheme.AWS, Scheme.KUBERNETES)) {
            if (other != scheme) {
                context.rejectIfPresent(
                        membership,
                        other.text(),
                        "belongs to the scheme " + other.text() + ", but the scheme is " + scheme.text()
                                + ". Remove it or change scheme.");
            }
        }
        return switch (scheme) {
            case WKA -> List.of();
            case MULTICAST ->
                membership.child("multicast").map(MembershipReader::multicast).orElse(List.of());
            case AWS -> membership.child("aws").map(this::aws).orElse(List.of());
            case KUBERNETES -> kubernetes(membership);
        };
    }

    private static List<Parameter> multicast(Entry group) {
        List<Parameter> parameters = new ArrayList<>();
        group.host("address").ifPresent(value -> parameters.add(Parameter.of("mcastAddress", value)));
        add(parameters, group, "port", "mcastPort");
        add(parameters, group, "ttl", "mcastTTL");
        add(parameters, group, "timeout", "mcastTimeout");
        return parameters;
    }

    private List<Parameter> aws(Entry group) {
        List<Parameter> parameters = new ArrayList<>();
        Optional<Credentials> keys = context.secrets().server(group);
        if (keys.filter(k -> k.username().isEmpty()).isPresent()) {
            context.problems()
                    .error(
                            group.pathOf("serverId"),
                            "'" + group.text("serverId").orElse("") + "' names a server of settings.xml that has no"
                                    + " user name. Add <username> with the access key to it.");
        }
        keys.ifPresent(k -> {
            parameters.add(Parameter.of("accessKey", k.username()));
            parameters.add(Parameter.of("secretKey", k.password()));
        });
        for (String name :
                List.of("iamRole", "region", "securityGroup", "tagKey", "tagValue", "hostHeader", "connTimeout")) {
            add(parameters, group, name, name);
        }
        if (group.has("serverId") && group.has("iamRole")) {
            context.problems()
                    .error(group.pathOf("iamRole"), "contradicts serverId: the server uses keys or a role. Keep one.");
        }
        return parameters;
    }

    private List<Parameter> kubernetes(Entry membership) {
        Optional<Entry> group = membership.child("kubernetes");
        if (group.flatMap(g -> g.child("services")).isEmpty()) {
            context.problems()
                    .error(
                            group.map(Entry::path).orElse(membership.pathOf("kubernetes")) + "/services",
                            "is missing. Name the Kubernetes services of the nodes.");
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of(
                "membershipSchemeClassName",
                group.flatMap(g -> g.text("className")).orElse(KUBERNETES_CLASS)));
        parameters.add(Parameter.of(
                "KUBERNETES_NAMESPACE", group.flatMap(g -> g.text("namespace")).orElse("default")));
        group.ifPresent(g -> {
            add(parameters, g, "services", "KUBERNETES_SERVICES");
            add(parameters, g, "apiServer", "KUBERNETES_API_SERVER");
            add(parameters, g, "skipSslVerification", "KUBERNETES_MASTER_SKIP_SSL_VERIFICATION");
            add(parameters, g, "useDns", "USE_DNS");
        });
        return parameters;
    }

    private static void add(List<Parameter> parameters, Entry group, String element, String name) {
        group.text(element).ifPresent(value -> parameters.add(Parameter.of(name, value)));
    }

    private Optional<Secret> groupPassword(Entry membership) {
        if (membership.has("serverId") && membership.has("groupPassword")) {
            context.problems()
                    .error(membership.pathOf("groupPassword"), "contradicts serverId, which gives it too. Keep one.");
        }
        Optional<Secret> ofServer = context.secrets().serverPassword(membership);
        Optional<Secret> own = context.secrets().secret(membership, "groupPassword");
        return ofServer.isPresent() ? ofServer : own;
    }

    private Map<String, String> hazelcast(Entry membership) {
        Map<String, String> values = new LinkedHashMap<>();
        membership
                .child("hazelcast")
                .ifPresent(group -> group.entries().forEach((name, value) -> {
                    if (!name.startsWith("hazelcast.")) {
                        context.problems()
                                .error(
                                        value.path(),
                                        "'" + name + "' is no Hazelcast property: their names begin with hazelcast."
                                                + " Write the whole name, such as hazelcast.max.no.heartbeat.seconds.");
                    }
                    value.legal().ifPresent(text -> values.put(name, text));
                }));
        return values;
    }
}
