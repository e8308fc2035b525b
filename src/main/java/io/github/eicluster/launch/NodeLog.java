package io.github.eicluster.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log of a node proves, line by line: carbon kernel {@code HazelcastClusteringAgent}, {@code
 * WKABasedMembershipScheme} and {@code StartupFinalizerServiceComponent}, and the lists of members that Hazelcast 3.5 and
 * 3.12 print, each in its own form.
 */
public final class NodeLog {

    private static final Pattern LIST = Pattern.compile("Members (?:\\[\\d+\\] \\{|\\{size:\\d+, ver:\\d+\\} \\[)");
    private static final Pattern MEMBER = Pattern.compile("Member \\[(\\S+)\\]:(\\d+)(.*)");
    private static final Pattern CHANGE = Pattern.compile("Member (joined|left) \\[[^\\]]*\\]: (\\S+):(\\d+)");
    private static final Pattern LOCAL = Pattern.compile("Local member: .*?\\bHost:([^,]+),.*?\\bPort: ?(\\d+)");
    private static final Pattern LISTED = Pattern.compile("Added member: Host:([^,\\s]+)");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|localhost|::1|0:0:0:0:0:0:0:1");
    private static final Pattern UP = Pattern.compile("WSO2 Carbon started in (\\d+)");

    private static final int MOST_LAST = 12;
    private static final int MOST_TELLING = 12;

    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> telling = new ArrayList<>();
    private final Set<String> members = new TreeSet<>();
    private final Set<String> left = new TreeSet<>();
    private boolean listSeen;
    private boolean inList;
    private boolean initialised;
    private boolean distant;
    private String loopback = "";
    private boolean disabled;
    private boolean up;
    private Cause cause;
    private int ownPort;

    /**
     * Takes a line.
     *
     * @param line the next line of the log
     */
    void take(String line) {
        if (!line.isBlank()) {
            last.addLast(line);
            if (last.size() > MOST_LAST) {
                last.removeFirst();
            }
        }
        takeMembers(line);
        initialised |= line.contains("Cluster initialization completed");
        if (line.contains("configured to use the loopback address")) {
            loopback = line;
        }
        Matcher listed = LISTED.matcher(line);
        distant |= listed.find() && !LOOPBACK.matcher(listed.group(1)).matches();
        disabled |= line.contains("Clustering has been disabled");
        up |= UP.matcher(line).find();
        takeFailure(line);
    }

    private void takeMembers(String line) {
        if (LIST.matcher(line).find()) {
            inList = true;
            listSeen = true;
            members.clear();
            return;
        }
        if (inList) {
            Matcher member = MEMBER.matcher(line);
            if (member.find()) {
                String address = address(member.group(1), member.group(2));
                members.add(address);
                left.remove(address);
                if (member.group(3).endsWith("this")) {
                    ownPort = Integer.parseInt(member.group(2));
                }
                return;
            }
            inList = !line.strip().matches("[}\\]]");
        }
        Matcher local = LOCAL.matcher(line);
        if (local.find()) {
            members.add(address(local.group(1).strip(), local.group(2)));
            ownPort = Integer.parseInt(local.group(2));
        }
        Matcher change = CHANGE.matcher(line);
        if (change.find()) {
            String address = address(change.group(2), change.group(3));
            if (change.group(1).equals("joined")) {
                members.add(address);
                left.remove(address);
            } else {
                members.remove(address);
                left.add(address);
            }
        }
    }

    private static String address(String host, String port) {
        String name = host.substring(host.lastIndexOf('/') + 1);
        return name.replaceAll("[\\[\\]]", "") + ":" + port;
    }

    private void takeFailure(String line) {
        Optional<Cause> found = Cause.in(line);
        boolean follows = cause != null && telling.size() < MOST_TELLING && line.startsWith("Caused by:");
        if (found.isPresent() && telling.size() < MOST_TELLING) {
            if (cause == null || found.get().compareTo(cause) < 0) {
                cause = found.get();
            }
            telling.add(line);
        } else if (follows) {
            telling.add(line);
        }
    }

    /** {@return whether the agent has initialised the cluster} */
    public boolean initialised() {
        return initialised;
    }

    /** {@return the line about a loopback address that is told to members which have others; empty if there is none} */
    String advertisesLoopback() {
        return distant ? loopback : "";
    }

    /** {@return whether the node has said that it does not cluster} */
    boolean disabled() {
        return disabled;
    }

    /** {@return whether the server has started} */
    public boolean up() {
        return up;
    }

    /** {@return whether Hazelcast has listed its members; it does where its log goes into that of the server} */
    boolean listSeen() {
        return listSeen;
    }

    /** {@return the members that the node sees, itself included, as {@code address:port}} */
    public Set<String> members() {
        return new TreeSet<>(members);
    }

    /** {@return ports of the members that the node sees} */
    Set<Integer> memberPorts() {
        Set<Integer> ports = new TreeSet<>();
        members.forEach(member -> ports.add(port(member)));
        return ports;
    }

    /** {@return whether the node has seen a member with this port leave, and not come back} */
    boolean hasLeft(int port) {
        return left.stream().anyMatch(member -> port(member) == port);
    }

    private static int port(String member) {
        return Integer.parseInt(member.substring(member.lastIndexOf(':') + 1));
    }

    /** {@return the port on which the node listens for members, as far as it has said} */
    OptionalInt ownPort() {
        return ownPort == 0 ? OptionalInt.empty() : OptionalInt.of(ownPort);
    }

    /** {@return the failure that the log tells of} */
    Optional<Cause> failure() {
        return Optional.ofNullable(cause);
    }

    /** {@return the lines that tell of the failure} */
    List<String> telling() {
        return List.copyOf(telling);
    }

    /** {@return the last lines that are not blank} */
    List<String> last() {
        return List.copyOf(last);
    }
}
