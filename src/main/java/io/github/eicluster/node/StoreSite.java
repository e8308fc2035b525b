package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.StorePlace;
import io.github.eicluster.product.StorePlace.Form;
import io.github.eicluster.product.StorePlaces;
import io.github.eicluster.product.VaultAliases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One live place of a node's files that names a key store or trust store; what is commented out is no place. */
final class StoreSite {

    /** EI 6.6 also takes a value from the vault where an attribute says so. */
    private static final String SECRET_ALIAS = "svns:secretAlias";

    private final NodeFiles files;
    private final StorePlace place;
    private final String holder;

    private StoreSite(NodeFiles files, StorePlace place, String holder) {
        this.files = files;
        this.place = place;
        this.holder = holder;
    }

    /** All places, in the order of {@link StorePlaces#all()}. */
    static List<StoreSite> all(NodeFiles files) {
        List<StoreSite> found = new ArrayList<>();
        for (StorePlace place : StorePlaces.all()) {
            for (String holder : holders(files, place)) {
                StoreSite site = new StoreSite(files, place, holder);
                if (site.text(StoreField.LOCATION)
                        .filter(text -> !text.isBlank())
                        .isPresent()) {
                    found.add(site);
                }
            }
        }
        return found;
    }

    private static List<String> holders(NodeFiles files, StorePlace place) {
        if (!place.always() && !files.exists(place.file())) {
            return List.of();
        }
        return place.form() == Form.PROPERTIES
                ? List.of(place.holder())
                : SinglePaths.of(files.xml(place.file()), place.holder());
    }

    StorePlace place() {
        return place;
    }

    /** Stable name: file, and the path of the element, attribute or key that has the location. */
    String id() {
        String location = place.names().get(StoreField.LOCATION);
        return place.file() + "#"
                + switch (place.form()) {
                    case ELEMENTS -> holder;
                    case ATTRIBUTES -> holder + "/@" + location;
                    case PROPERTIES -> location;
                };
    }

    /** File and line, for messages. */
    String where() {
        int line = switch (place.form()) {
            case ELEMENTS -> xml().line(path(place.names().get(StoreField.LOCATION)));
            case ATTRIBUTES -> xml().line(holder);
            case PROPERTIES -> properties().line(place.names().get(StoreField.LOCATION));
        };
        return place.file() + " line " + line;
    }

    /** What the place says, if it does. */
    Optional<String> text(StoreField field) {
        return place.name(field).flatMap(name -> switch (place.form()) {
            case ELEMENTS -> xml().text(path(name));
            case ATTRIBUTES -> xml().attribute(holder, name);
            case PROPERTIES -> properties().get(name);
        });
    }

    /** Whether the server takes a field from the secure vault, so that its text means nothing. */
    boolean vaulted(StoreField field) {
        Optional<String> name = place.name(field);
        if (name.isEmpty() || place.form() == Form.PROPERTIES) {
            return false;
        }
        if (place.form() == Form.ELEMENTS) {
            return xml().exists(path(name.get())) && Vaulted.marked(xml(), path(name.get()));
        }
        return text(field)
                        .filter(text -> text.strip().startsWith(VaultAliases.REFERENCE))
                        .isPresent()
                || aliased(name.get());
    }

    /** The one alias of an element ends in the name of the attribute that it is for. */
    private boolean aliased(String attribute) {
        return xml().attribute(holder, SECRET_ALIAS)
                .filter(alias -> alias.strip().endsWith("." + attribute))
                .isPresent();
    }

    /** Removes the marks that would make the server ignore a new value. */
    void unvault(StoreField field) {
        String what = field == StoreField.KEY_PASSWORD ? "the password of the key" : "the password of the store";
        place.name(field).filter(name -> place.form() == Form.ELEMENTS).ifPresent(name -> {
            if (xml().exists(path(name))) {
                Vaulted.clear(files, xml(), path(name), what);
            }
        });
        place.name(field)
                .filter(name -> place.form() == Form.ATTRIBUTES && aliased(name))
                .ifPresent(name -> Vaulted.clear(files, xml(), holder, what));
    }

    /** Writes a field; a missing element goes behind the one that comes before it in EI's files. */
    void set(StoreField field, String value) {
        String name = place.names().get(field);
        switch (place.form()) {
            case ELEMENTS -> {
                if (!xml().exists(path(name))) {
                    xml().insertAfter(before(field), XmlText.element(name, value));
                }
                xml().setText(path(name), value);
            }
            case ATTRIBUTES -> xml().setAttribute(holder, name, value);
            case PROPERTIES -> properties().set(name, value);
            default -> throw new IllegalStateException(place.form().name());
        }
    }

    private String before(StoreField field) {
        return Arrays.stream(StoreField.values())
                .takeWhile(other -> other != field)
                .flatMap(other -> place.name(other).stream())
                .map(this::path)
                .filter(xml()::exists)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The server takes the first of repeated elements. */
    private String path(String name) {
        String path = holder + "/" + name;
        return xml().count(path) > 1 ? path + "[1]" : path;
    }

    private XmlEditor xml() {
        return files.xml(place.file());
    }

    private PropertiesEditor properties() {
        return files.properties(place.file());
    }
}
