package io.github.eicluster.launch;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Addresses of this machine. */
public final class ThisMachine {

    private ThisMachine() {}

    /**
     * Tells whether a host is this machine.
     *
     * @param host name or address
     * @return whether one of its addresses is a loopback address or that of a network interface here; false if its name
     *     cannot be resolved
     */
    public static boolean has(String host) {
        String plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            for (InetAddress address : InetAddress.getAllByName(plain)) {
                if (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }
}
