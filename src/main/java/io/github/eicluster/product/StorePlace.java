package io.github.eicluster.product;

import io.github.eicluster.model.KeystoreReference.Use;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of place that names a key store or trust store. A place is there if its holder has a location; neither version
 * nor number is fixed, since a file may have several connectors or none.
 *
 * @param file path below the home
 * @param form how the fields are written
 * @param holder path of the elements that hold the fields, by local names with {@code [@name='...']} predicates only; it may
 *     match several elements; empty for a properties file
 * @param use what the server does with the store
 * @param names what the fields are called: names of child elements, of attributes, or property keys; a field that the
 *     server does not read here is missing
 * @param required fields without which the server does not start or finds no key
 * @param vaultAliases names under which the vendor's cipher tool knows passwords of the place
 */
public record StorePlace(
        String file,
        Form form,
        String holder,
        Use use,
        Map<StoreField, String> names,
        Set<StoreField> required,
        Map<StoreField, String> vaultAliases) {

    /** How fields are written. */
    public enum Form {
        /** Child elements of the holder. */
        ELEMENTS,
        /** Attributes of the holder. */
        ATTRIBUTES,
        /** Keys of a properties file. */
        PROPERTIES
    }

    /** Copies the collections. */
    public StorePlace {
        names = Map.copyOf(names);
        required = Set.copyOf(required);
        vaultAliases = Map.copyOf(vaultAliases);
    }

    /**
     * What a field is called here.
     *
     * @param field the field
     * @return its name, or empty if the server does not read it here
     */
    public Optional<String> name(StoreField field) {
        return Optional.ofNullable(names.get(field));
    }

    /** {@return whether the server reads the file; the vendor's templates are not read} */
    public boolean active() {
        return !file.equals(Layout.AXIS2_NHTTP) && !file.equals(Layout.AXIS2_PT);
    }

    /** {@return whether every distribution has the file} */
    public boolean always() {
        return file.equals(Layout.CARBON) || file.equals(Layout.AXIS2) || file.equals(Layout.CATALINA);
    }

    /**
     * How a path below the home is written if the place has no way of writing that could be kept. Axis2 and the cipher tool
     * know no variables and start at the home, where the start script goes first.
     *
     * @param path path below the home
     * @return the text of the location
     */
    public String location(String path) {
        return file.startsWith("conf/axis2/") || form == Form.PROPERTIES ? path : StoreLocation.HOME + path;
    }
}
