package io.github.eicluster.balancer;

import io.github.eicluster.model.LoadBalancer;

class NginxTrafficTest extends LiveTraffic {

    NginxTrafficTest() {
        super(LoadBalancer.Type.NGINX);
    }

    @Override
    int refused() {
        return 502;
    }
}
