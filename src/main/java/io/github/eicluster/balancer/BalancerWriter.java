package io.github.eicluster.balancer;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.template.Templates;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of the load balancer that a cluster declares. */
public final class BalancerWriter {

    private final Templates templates;

    /**
     * A writer.
     *
     * @param templates renders
     */
    public BalancerWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes all files.
     *
     * @param data cluster, ports and certificates
     * @return the files; none without a load balancer or for an external one
     */
    public BalancerFiles write(BalancerData data) {
        LoadBalancer.Type type =
                data.cluster().loadBalancer().map(LoadBalancer::type).orElse(LoadBalancer.Type.EXTERNAL);
        return switch (type) {
            case NGINX, NGINX_PLUS -> new NginxFiles(templates, data).write();
            case HAPROXY -> new HaproxyFile(templates, data).write();
            case EXTERNAL -> new BalancerFiles(new TreeMap<>(), List.of());
        };
    }

    /**
     * Tells what the files are about.
     *
     * @param data cluster, ports and certificates
     * @return pools and places of keys
     */
    public static BalancerOverview overview(BalancerData data) {
        LoadBalancer balancer = data.cluster().loadBalancer().orElseThrow();
        Pools pools = Pools.of(data);
        boolean written = balancer.type() != LoadBalancer.Type.EXTERNAL;
        boolean endsTls = balancer.tls() != LoadBalancer.Tls.PASSTHROUGH;
        return new BalancerOverview(
                Stream.of(pools.http(), pools.https(), pools.console())
                        .flatMap(Optional::stream)
                        .toList(),
                written && endsTls ? Optional.of(keyFiles(balancer)) : Optional.empty());
    }

    /** The declared places, else those that the product's packages use. */
    static KeyFiles keyFiles(LoadBalancer balancer) {
        String folder = balancer.type() == LoadBalancer.Type.HAPROXY ? "/etc/haproxy/ssl" : "/etc/nginx/ssl";
        return KeyFiles.of(balancer.files(), folder);
    }
}
