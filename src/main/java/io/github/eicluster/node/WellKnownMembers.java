package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code <members>} of axis2.xml, which the server reads only for the scheme wka. The shipped member 127.0.0.1 must
 * go: with it in the list Hazelcast binds to the loopback interface ({@code DefaultAddressPicker}).
 */
final class WellKnownMembers {

    private static final String MEMBERS = Clustering.PATH + "/members";

    private final XmlEditor xml;

    WellKnownMembers(XmlEditor xml) {
        this.xml = xml;
    }

    /** Makes the member list of one node: the nodes in the order of the POM, then the further members. */
    void write(Cluster cluster, Node self) {
        Set<Member> wanted = members(cluster, self);
        bring();
        if (wanted.isEmpty()) {
            removeAll();
        } else {
            // Changes nothing if the list says the same, however it is laid out.
            xml.replaceChildren(MEMBERS, fragments(wanted));
        }
    }

    private void removeAll() {
        for (int i = xml.count(MEMBERS + "/member"); i > 0; i--) {
            xml.remove(MEMBERS + "/member[" + i + "]");
        }
    }

    private static Set<Member> members(Cluster cluster, Node self) {
        Set<Member> members = new LinkedHashSet<>();
        for (Node node : cluster.nodes()) {
            if (cluster.membership().listSelf() || !node.id().equals(self.id())) {
                node.memberHost()
                        .ifPresent(host -> members.add(new Member(HostText.ofMember(host), node.memberPort())));
            }
        }
        for (Member further : cluster.membership().furtherMembers()) {
            members.add(new Member(HostText.ofMember(further.host()), further.port()));
        }
        return members;
    }

    private void bring() {
        if (xml.exists(MEMBERS) || CommentedOut.revive(xml, MEMBERS)) {
            return;
        }
        xml.insertAfter(Axis2Parameters.ofClustering(xml).path("localMemberPort"), "<members></members>");
    }

    private static String fragments(Set<Member> members) {
        return members.stream()
                .map(member -> "<member>\n    " + XmlText.element("hostName", member.host()) + "\n    "
                        + XmlText.element("port", Integer.toString(member.port())) + "\n</member>")
                .collect(Collectors.joining("\n"));
    }
}
