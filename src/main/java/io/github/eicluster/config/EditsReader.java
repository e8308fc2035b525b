package io.github.eicluster.config;

import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.CustomEdit.Action;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code edits}: each edit does exactly one thing. */
final class EditsReader {

    private static final List<String> ACTIONS = List.of("value", "serverId", "insert", "uncomment", "remove");

    private final Context context;
    private final NodeIds nodes;

    EditsReader(Context context, Set<String> nodeIds) {
        this.context = context;
        this.nodes = new NodeIds(context, nodeIds);
    }

    List<CustomEdit> read(Optional<Entry> edits) {
        return edits.map(Entry::items).orElse(List.of()).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CustomEdit> read(Entry edit) {
        String file = file(edit);
        String target = target(edit);
        Set<String> applied = nodes.read(edit);
        Optional<Secret> secret = context.secrets().serverPassword(edit);
        return action(edit)
                .map(action -> new CustomEdit(
                        edit.path(),
                        file,
                        action,
                        target,
                        edit.text("attribute").orElse(""),
                        value(edit),
                        secret,
                        applied));
    }

    private static Optional<String> value(Entry edit) {
        Optional<String> fragment =
                edit.child("insert").map(insert -> insert.raw().content());
        return fragment.or(() -> edit.text("value"));
    }

    private String file(Entry edit) {
        Optional<String> file = edit.text("file");
        if (!edit.has("file")) {
            error(edit.pathOf("file"), "is missing. Give the file below the home, such as conf/carbon.xml.");
        }
        file.filter(f -> !isBelowHome(f))
                .ifPresent(f -> error(
                        edit.pathOf("file"),
                        "'" + f + "' is no path below the home. Give a relative path with forward slashes and without"
                                + " dots."));
        return file.orElse("");
    }

    /** Whether a path is relative and stays below the home. */
    static boolean isBelowHome(String file) {
        boolean absolute = file.startsWith("/") || file.contains("\\") || file.contains(":");
        List<String> parts = List.of(file.split("/", -1));
        return !absolute && !parts.contains("") && !parts.contains(".") && !parts.contains("..");
    }

    private String target(Entry edit) {
        boolean xpath = edit.has("xpath");
        boolean property = edit.has("property");
        if (xpath && property) {
            error(edit.pathOf("property"), "contradicts xpath. Name an element or a key, not both.");
        } else if (!xpath && !property) {
            error(edit.path(), "names nothing to change. Add xpath for XML files, property for properties files.");
        }
        edit.text("xpath")
                .filter(path -> !path.startsWith("/"))
                .ifPresent(path -> error(
                        edit.pathOf("xpath"),
                        "'" + path + "' is no absolute path of an element. Begin with / and the root element."));
        return edit.text("property").or(() -> edit.text("xpath")).orElse("");
    }

    private Optional<Action> action(Entry edit) {
        List<String> named = ACTIONS.stream().filter(name -> isSaid(edit, name)).toList();
        boolean valueOfUncomment = named.equals(List.of("value", "uncomment"));
        boolean secretOfUncomment = named.equals(List.of("serverId", "uncomment"));
        if (named.isEmpty()) {
            if (ACTIONS.stream().noneMatch(name -> malformed(edit, name))) {
                error(edit.path(), "does nothing. Add one of " + String.join(", ", ACTIONS) + ".");
            }
            return Optional.empty();
        }
        if (named.size() > 1 && !valueOfUncomment && !secretOfUncomment) {
            error(edit.path(), String.join(" and ", named) + " contradict each other. Keep one of them.");
            return Optional.empty();
        }
        String name = named.contains("uncomment") ? "uncomment" : named.get(0);
        return edit.has("property") ? ofProperty(edit, name) : ofElement(edit, name);
    }

    private static boolean isSaid(Entry edit, String name) {
        boolean isFlag = name.equals("uncomment") || name.equals("remove");
        return isFlag ? edit.isTrue(name) : edit.has(name);
    }

    private static boolean malformed(Entry edit, String name) {
        return edit.child(name).map(child -> child.legal().isEmpty()).orElse(false);
    }

    private Optional<Action> ofProperty(Entry edit, String name) {
        if (name.equals("insert") || name.equals("uncomment")) {
            error(edit.pathOf(name), "means nothing for a key of a properties file. Give value, serverId or remove.");
        }
        context.rejectIfPresent(edit, "attribute", "means nothing for a key of a properties file. Remove it.");
        return Optional.of(name.equals("remove") ? Action.REMOVE_PROPERTY : Action.SET_PROPERTY);
    }

    private Optional<Action> ofElement(Entry edit, String name) {
        boolean attribute = edit.has("attribute");
        if (attribute && (name.equals("insert") || name.equals("uncomment"))) {
            error(edit.pathOf("attribute"), "means nothing for " + name + ". Remove it.");
        }
        return Optional.of(
                switch (name) {
                    case "insert" -> Action.INSERT;
                    case "uncomment" -> Action.UNCOMMENT;
                    case "remove" -> attribute ? Action.REMOVE_ATTRIBUTE : Action.REMOVE;
                    default -> attribute ? Action.SET_ATTRIBUTE : Action.SET_TEXT;
                });
    }

    private void error(String path, String message) {
        context.problems().error(path, message);
    }
}
