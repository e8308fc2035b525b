package io.github.eicluster.miniature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Runs the mediators log, property, header, payloadFactory, filter, respond and drop, and names every other one. */
final class Mediation {

    private static final Log LOG = Log.of("org.apache.synapse.mediators.builtin.LogMediator");
    private static final Log OWN = Log.of(Mediation.class.getName());

    private final Message message;
    private final Expressions expressions;

    Mediation(Message message) {
        this.message = message;
        this.expressions = new Expressions(message);
    }

    void run(List<Element> mediators) {
        for (Element mediator : mediators) {
            if (message.responded) {
                return;
            }
            run(mediator);
        }
    }

    private void run(Element mediator) {
        String name = mediator.getTagName().replaceFirst("^.*:", "");
        switch (name) {
            case "log" -> log(mediator);
            case "property" -> property(mediator);
            case "header" -> header(mediator);
            case "payloadFactory" -> payload(mediator);
            case "filter" -> filter(mediator);
            case "respond", "drop" -> message.responded = true;
            case "description" -> {
                // Nothing to do.
            }
            default ->
                OWN.warn("This miniature does not understand the mediator <" + name + ">; it goes on without it");
        }
    }

    private void log(Element log) {
        List<String> parts = new ArrayList<>();
        if (!"custom".equals(log.getAttribute("level"))) {
            parts.add("To: " + message.properties.getOrDefault("To", ""));
            parts.add("Direction: request");
        }
        for (Element property : Xml.all(log, "property")) {
            parts.add(property.getAttribute("name") + " = " + value(property));
        }
        String separator = log.hasAttribute("separator") ? log.getAttribute("separator") : ", ";
        String text = String.join(separator, parts);
        switch (log.getAttribute("category")) {
            case "WARN" -> LOG.warn(text);
            case "ERROR", "FATAL" -> LOG.error(text);
            default -> LOG.info(text);
        }
    }

    private void property(Element property) {
        String name = property.getAttribute("name");
        boolean remove = "remove".equals(property.getAttribute("action"));
        String value = remove ? null : value(property);
        switch (property.getAttribute("scope")) {
            case "transport" -> transport(name, value);
            case "axis2" -> {
                if (name.equals("messageType") || name.equals("ContentType")) {
                    message.contentType = value;
                }
                set(message.axis2, name, value);
            }
            default -> set(message.properties, name, value);
        }
    }

    private void header(Element header) {
        if (!"transport".equals(header.getAttribute("scope"))) {
            OWN.warn("This miniature does not understand SOAP headers; it goes on without "
                    + header.getAttribute("name"));
            return;
        }
        transport(header.getAttribute("name"), "remove".equals(header.getAttribute("action")) ? null : value(header));
    }

    private void transport(String name, String value) {
        set(message.headers, name, value);
        set(message.responseHeaders, name, value);
    }

    private static void set(java.util.Map<String, String> values, String name, String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    private void payload(Element factory) {
        String type = factory.getAttribute("media-type");
        String text;
        Element format = Xml.first(factory, "format").orElseThrow();
        List<Element> content = Xml.children(format);
        text = content.isEmpty() ? format.getTextContent().strip() : Source.text(content.get(0));
        List<Element> arguments = Xml.all(factory, "args/arg");
        for (int i = arguments.size(); i > 0; i--) {
            text = text.replace("$" + i, value(arguments.get(i - 1)));
        }
        message.body = text;
        message.contentType = switch (type) {
            case "json" -> "application/json";
            case "text" -> "text/plain";
            default -> "application/xml";
        };
    }

    private void filter(Element filter) {
        boolean yes = filter.hasAttribute("xpath")
                ? expressions.isTrue(filter.getAttribute("xpath"))
                : Pattern.matches(filter.getAttribute("regex"), expressions.text(filter.getAttribute("source")));
        Xml.first(filter, yes ? "then" : "else").ifPresent(branch -> run(Xml.children(branch)));
    }

    private String value(Element element) {
        return element.hasAttribute("expression")
                ? expressions.text(element.getAttribute("expression"))
                : element.getAttribute("value");
    }
}
