package io.github.eicluster.balancer;

import io.github.eicluster.model.LoadBalancer;

class HaproxyTrafficTest extends LiveTraffic {

    HaproxyTrafficTest() {
        super(LoadBalancer.Type.HAPROXY);
    }

    @Override
    int refused() {
        return 503;
    }
}
