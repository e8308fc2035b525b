package io.github.eicluster.balancer;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.template.Templates;
import java.util.List;
import java.util.TreeMap;

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
}
