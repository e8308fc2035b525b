package io.github.eicluster.balancer;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.LoadBalancer.Tls;
import io.github.eicluster.model.Problem;
import io.github.eicluster.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the one complete configuration file of HAProxy (2.6 or later). */
final class HaproxyFile {

    private static final String FOLDER = "balancer/";

    private final Templates templates;
    private final BalancerData data;
    private final LoadBalancer balancer;
    private final HostNames names;
    private final Pools pools;
    private final List<Problem> problems;

    HaproxyFile(Templates templates, BalancerData data) {
        this.templates = templates;
        this.data = data;
        Cluster cluster = data.cluster();
        balancer = cluster.loadBalancer().orElseThrow();
        names = HostNames.of(cluster);
        pools = Pools.of(data);
        problems = new ArrayList<>(pools.problems());
    }

    BalancerFiles write() {
        boolean passthrough = balancer.tls() == Tls.PASSTHROUGH;
        boolean unreachable = passthrough && names.same();
        if (unreachable && pools.console().isPresent()) {
            problems.add(NginxFiles.oneNameForBoth(names));
        }
        if (data.keyEncrypted() && !passthrough) {
            problems.add(Problem.warning(
                    "cluster/loadBalancer",
                    "HAProxy cannot read the encrypted key without somebody at its terminal. On its machine, decrypt the"
                            + " key (openssl pkey) into the declared file, readable by root alone."));
        }
        Optional<Pool> console = pools.console().filter(pool -> !unreachable);
        Optional<Pool> services = balancer.tls() == Tls.OFFLOAD ? pools.http() : pools.https();
        Map<String, Object> context = new HashMap<>();
        context.put("domain", data.cluster().domain());
        context.put("passthrough", passthrough);
        context.put("httpPort", balancer.httpPort().orElse(0));
        context.put("httpsPort", balancer.httpsPort());
        context.put("ipv6", balancer.addresses().stream().anyMatch(address -> address.contains(":")));
        context.put("keyFiles", keyFiles());
        context.put("keyEncrypted", data.keyEncrypted());
        context.put("clear", pools.http().isPresent() && balancer.httpPort().isPresent());
        context.put("secure", services.isPresent() || console.isPresent());
        context.put("services", services.map(Pool::kind).orElse(""));
        context.put("console", console.isPresent());
        context.put("sameName", names.same());
        context.put("consoleName", names.console().contains(":") ? "[" + names.console() + "]" : names.console());
        context.put("consolePaths", ConsolePaths.PATTERN);
        StringBuilder backends = new StringBuilder();
        pools.http().ifPresent(pool -> backends.append(backend(pool)));
        pools.https().ifPresent(pool -> backends.append(backend(pool)));
        console.ifPresent(pool -> backends.append(backend(pool)));
        context.put("backends", backends.toString());
        TreeMap<String, String> files = new TreeMap<>();
        files.put("haproxy.cfg", templates.renderResource(FOLDER + "haproxy.cfg.vm", context));
        return new BalancerFiles(files, problems);
    }

    private String backend(Pool pool) {
        boolean tcp = balancer.tls() == Tls.PASSTHROUGH && !pool.kind().equals("http");
        Map<String, Object> context = new HashMap<>();
        context.put("pool", pool);
        context.put("tcp", tcp);
        context.put("cookie", pool.kind().equals("console") && !tcp);
        context.put("tls", !pool.kind().equals("http") && !tcp);
        context.put("verified", data.nodesVerified());
        context.put("byName", !names.isAddress());
        context.put("trusted", keyFiles().trusted());
        context.put("name", names.services());
        return templates.renderResource(FOLDER + "haproxy.backend.vm", context);
    }

    private KeyFiles keyFiles() {
        return BalancerWriter.keyFiles(balancer);
    }
}
