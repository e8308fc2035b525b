package io.github.eicluster.verify.output;

import io.github.eicluster.diff.Mask;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StoreUse;
import io.github.eicluster.verify.home.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Quotes lines of files, secrets masked. */
final class Excerpts {

    private static final int AROUND = 2;
    private static final int LONGEST = 240;

    /** Words that are shipped as passwords but also stand in paths and names; the structure of the files hides them. */
    private static final Set<String> WORDS = Set.of("admin", "wso2carbon", "password", "true", "false");

    private final ClusterView cluster;
    private final Map<String, List<String>> files = new HashMap<>();
    private final Mask mask;

    Excerpts(ClusterView cluster) {
        this.cluster = cluster;
        Set<String> secrets = new HashSet<>();
        cluster.nodes().forEach(node -> secrets.addAll(secrets(node)));
        secrets.removeAll(WORDS);
        this.mask = new Mask(secrets);
    }

    /**
     * One line.
     *
     * @param number 1-based
     * @param text the line without its end
     * @param here whether the finding is about this line
     */
    public record Line(int number, String text, boolean here) {}

    /** The line of a finding with the two before and behind it; none if the file is not known or has no such line. */
    List<Line> around(Place place) {
        if (place.line() == 0 || place.file().isEmpty()) {
            return List.of();
        }
        List<String> lines = files.computeIfAbsent(place.node() + "\t" + place.file(), key -> lines(place));
        List<Line> quoted = new ArrayList<>();
        int from = Math.max(1, place.line() - AROUND);
        int to = Math.min(lines.size(), place.line() + AROUND);
        for (int number = from; number <= to && place.line() <= lines.size(); number++) {
            String text = lines.get(number - 1);
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
            quoted.add(new Line(number, shown.replaceAll("[\\p{Cntrl}&&[^\t]]", "?"), number == place.line()));
        }
        return quoted;
    }

    private List<String> lines(Place place) {
        Optional<String> text;
        try {
            text = place.node().isEmpty()
                    ? cluster.balancer().flatMap((BalancerView view) -> view.text(place.file()))
                    : cluster.nodes().stream()
                            .filter(node -> node.name().equals(place.node()))
                            .findFirst()
                            .flatMap(node -> node.text(place.file()));
        } catch (CannotCheck e) {
            return List.of();
        }
        return text.map(found -> List.of(masked(place.file(), found).split("\r\n|\r|\n", -1)))
                .orElse(List.of());
    }

    private String masked(String file, String text) {
        return file.equals(Layout.CIPHER_TEXT)
                ? text.replaceAll("(?m)^([^#!=\\s][^=]*=).+$", "$1***")
                : mask.apply(file, text).replaceAll("(stats\\s+auth\\s+[^:\\s]+:)\\S+", "$1***");
    }

    private static Set<String> secrets(NodeHome node) {
        Set<String> found = new HashSet<>();
        add(found, () -> Datasource.of(node).stream().flatMap(source -> source.field("password").stream()));
        add(
                found,
                () -> StoreUse.of(node).stream()
                        .flatMap(use -> Stream.of(StoreField.PASSWORD, StoreField.KEY_PASSWORD)
                                .flatMap(field -> use.field(field).stream())));
        add(found, () -> Users.of(node).value("AdminUser", "Password").stream());
        return found;
    }

    private static void add(Set<String> found, Supplier<Stream<Setting>> settings) {
        try {
            settings.get()
                    .filter(setting -> !setting.hidden() && !setting.trimmed().isEmpty())
                    .forEach(setting -> found.add(setting.trimmed()));
        } catch (CannotCheck e) {
            // What cannot be read is not quoted either.
            found.remove("");
        }
    }
}
