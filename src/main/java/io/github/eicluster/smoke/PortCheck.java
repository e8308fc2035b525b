package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Whether somebody listens.
 *
 * @param subject whose port it is
 * @param name what it is for
 * @param host its host
 * @param port its port
 * @param shielded whether a firewall may keep this machine away although the cluster works
 * @param remedy what to do if nobody listens
 * @param names finds addresses
 * @param timeout how long connecting may take
 */
record PortCheck(
        String subject,
        String name,
        String host,
        int port,
        boolean shielded,
        String remedy,
        Names names,
        Duration timeout)
        implements Check {

    @Override
    public String title() {
        return name + " port " + port;
    }

    @Override
    public List<Result> run() {
        String check = title();
        String where = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        try {
            Network.connect(new InetSocketAddress(names.first(host), port), timeout);
            return List.of(Result.passed(subject, check, where + " accepts connections"));
        } catch (IOException e) {
            String message = where + ": " + Network.reason(e);
            if (shielded && Network.isSilent(e)) {
                return List.of(Result.unchecked(
                        subject,
                        check,
                        message + ", which is what a firewall does that lets in only who has to come in",
                        "Run the goal on a machine that may come in, such as a node"
                                + (subject.equals("databases") ? "." : " or the load balancer.")));
            }
            return List.of(Result.failed(subject, check, message, remedy));
        }
    }
}
