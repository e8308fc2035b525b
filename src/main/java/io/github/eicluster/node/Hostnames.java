package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.Layout;
import java.util.List;

/**
 * HostName and MgtHostName of carbon.xml. Both ship commented out; the server takes the first of repeated elements
 * (kernel {@code ServerConfiguration.getFirstProperty}), so there must be exactly one.
 */
final class Hostnames implements Concern {

    private static final String SERVER = "/Server";
    private static final String HOST_NAME = SERVER + "/HostName";
    private static final String MGT_HOST_NAME = SERVER + "/MgtHostName";
    private static final List<String> BEFORE_HOST_NAME =
            List.of(SERVER + "/Version", SERVER + "/ServerKey", SERVER + "/Name");

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        XmlEditor xml = files.xml(Layout.CARBON);
        set(xml, HOST_NAME, "HostName", context.cluster().hostName(), BEFORE_HOST_NAME);
        context.cluster()
                .managementHostName()
                .ifPresent(name -> set(xml, MGT_HOST_NAME, "MgtHostName", name, List.of(HOST_NAME)));
    }

    private static void set(XmlEditor xml, String path, String name, String value, List<String> siblings) {
        for (int surplus = xml.count(path); surplus > 1; surplus--) {
            xml.remove(path + "[" + surplus + "]");
        }
        if (!xml.exists(path)) {
            bring(xml, path, "<" + name + "></" + name + ">", siblings);
        }
        xml.setText(path, value);
    }

    private static void bring(XmlEditor xml, String path, String fragment, List<String> siblings) {
        if (CommentedOut.revive(xml, path)) {
            return;
        }
        siblings.stream()
                .filter(xml::exists)
                .findFirst()
                .ifPresentOrElse(
                        sibling -> xml.insertAfter(sibling, fragment), () -> xml.prependChild(SERVER, fragment));
    }
}
