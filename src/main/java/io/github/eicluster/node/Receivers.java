package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import java.util.List;

/** The HTTP and HTTPS listeners of axis2.xml; both are found by name, since their classes differ (PassThrough, NHTTP). */
final class Receivers {

    static final String HTTP = "http";
    static final String HTTPS = "https";

    private Receivers() {}

    static String path(String name) {
        return "/axisconfig/transportReceiver[@name='" + name + "']";
    }

    /** Names of those of the two receivers that are live; a team may have removed or commented out one of them. */
    static List<String> live(XmlEditor xml) {
        return List.of(HTTP, HTTPS).stream()
                .filter(name -> xml.exists(path(name)))
                .toList();
    }
}
