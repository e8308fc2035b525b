package io.github.eicluster.verify.home;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.StoreLocation;
import io.github.eicluster.product.StorePlace;
import io.github.eicluster.product.StorePlaces;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of a node that names a key store or trust store, with what it says.
 *
 * @param kind the kind of place
 * @param place where it stands
 * @param fields its fields, as far as they are there
 */
public record StoreUse(StorePlace kind, Place place, Map<StoreField, Setting> fields) {

    /** Copies the map. */
    public StoreUse {
        fields = Map.copyOf(fields);
    }

    /**
     * Lists the places of a node.
     *
     * @param home the node
     * @return all places that are active and have a location, in the order of {@link StorePlaces#all()}
     * @throws CannotCheck if a file with such places is not well-formed
     */
    public static List<StoreUse> of(NodeHome home) {
        return home.once("stores", () -> {
            List<StoreUse> found = new ArrayList<>();
            for (StorePlace kind : StorePlaces.all()) {
                if (kind.active()) {
                    found.addAll(of(home, kind));
                }
            }
            return found;
        });
    }

    private static List<StoreUse> of(NodeHome home, StorePlace kind) {
        if (kind.form() == StorePlace.Form.PROPERTIES) {
            return home.properties(kind.file()).stream()
                    .flatMap(file -> ofProperties(kind, file).stream())
                    .toList();
        }
        Optional<XmlNode> root = kind.always() ? Optional.of(home.xml(kind.file())) : home.optionalXml(kind.file());
        return root.stream()
                .flatMap(found -> found.select(kind.holder()).stream())
                .flatMap(holder -> ofElement(kind, holder).stream())
                .toList();
    }

    private static Optional<StoreUse> ofElement(StorePlace kind, XmlNode holder) {
        Map<StoreField, Setting> fields = new EnumMap<>(StoreField.class);
        for (StoreField field : StoreField.values()) {
            kind.name(field)
                    .flatMap(name ->
                            kind.form() == StorePlace.Form.ATTRIBUTES ? holder.attribute(name) : element(holder, name))
                    .ifPresent(setting -> fields.put(field, setting));
        }
        return located(kind, holder.place(), fields);
    }

    private static Optional<Setting> element(XmlNode holder, String name) {
        // Web socket senders keep theirs in further parameters.
        return holder.value(name)
                .or(() -> holder.named("parameter", name).stream()
                        .map(XmlNode::setting)
                        .findFirst());
    }

    private static Optional<StoreUse> ofProperties(StorePlace kind, PropertiesFile file) {
        Map<StoreField, Setting> fields = new EnumMap<>(StoreField.class);
        for (StoreField field : StoreField.values()) {
            kind.name(field).flatMap(file::get).ifPresent(setting -> fields.put(field, setting));
        }
        Setting location = fields.get(StoreField.LOCATION);
        return location == null ? Optional.empty() : located(kind, location.place(), fields);
    }

    private static Optional<StoreUse> located(StorePlace kind, Place place, Map<StoreField, Setting> fields) {
        return fields.containsKey(StoreField.LOCATION)
                ? Optional.of(new StoreUse(kind, place, fields))
                : Optional.empty();
    }

    /**
     * Gives a field.
     *
     * @param field which
     * @return its value, or empty
     */
    public Optional<Setting> field(StoreField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** {@return the location as written} */
    public Setting location() {
        return fields.get(StoreField.LOCATION);
    }

    /** {@return the path of the store below the home; empty if it is elsewhere} */
    public Optional<String> path() {
        return StoreLocation.below(location().value());
    }

    /** {@return whether it is a trust store} */
    public boolean trust() {
        return kind.use() == KeystoreReference.Use.TRUST;
    }

    /** {@return whether it is the store of the console or the services for TLS} */
    public boolean tls() {
        return kind.use() == KeystoreReference.Use.TLS;
    }
}
