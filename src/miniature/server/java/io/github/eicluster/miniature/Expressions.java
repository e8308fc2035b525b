package io.github.eicluster.miniature;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apache.axis2.util.Utils;
import org.w3c.dom.Document;

/** XPath as Synapse has it: {@code get-property(...)}, {@code $ctx:name}, {@code $trp:name}, {@code $axis2:name}. */
final class Expressions {

    private final Message message;
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    Expressions(Message message) {
        this.message = message;
        xpath.setNamespaceContext(new Prefixes());
        xpath.setXPathVariableResolver(name -> property(scope(name.getPrefix(), name), name.getLocalPart()));
        xpath.setXPathFunctionResolver((name, arity) -> "get-property".equals(name.getLocalPart()) ? this::call : null);
    }

    String text(String expression) {
        return (String) evaluate(expression, XPathConstants.STRING);
    }

    boolean isTrue(String expression) {
        return (Boolean) evaluate(expression, XPathConstants.BOOLEAN);
    }

    private Object evaluate(String expression, QName type) {
        String known = expression
                .replaceAll("(?<![-\\w:])get-property\\s*\\(", "syn:get-property(")
                .replaceAll("(?<![-\\w])fn:", "");
        try {
            return xpath.evaluate(known, body(), type);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException("Invalid XPath expression : " + expression, e);
        }
    }

    private Document body() {
        try {
            return Xml.parse(message.body == null || !message.body.startsWith("<") ? "<none/>" : message.body);
        } catch (IOException e) {
            throw new IllegalArgumentException("The message is not XML", e);
        }
    }

    private Object call(List<?> arguments) {
        return arguments.size() == 1
                ? property("default", String.valueOf(arguments.get(0)))
                : property(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
    }

    private static String scope(String prefix, QName name) {
        String namespace = prefix == null || prefix.isEmpty() ? name.getNamespaceURI() : prefix;
        return switch (namespace) {
            case "trp" -> "transport";
            case "axis2" -> "axis2";
            default -> "default";
        };
    }

    private String property(String scope, String name) {
        String value = switch (scope) {
            case "system" -> System.getProperty(name);
            case "transport" -> message.headers.get(name);
            case "axis2" -> message.axis2.get(name);
            default -> message.properties.containsKey(name) ? message.properties.get(name) : builtIn(name);
        };
        return value == null ? "" : value;
    }

    private String builtIn(String name) {
        try {
            return switch (name) {
                case "SERVER_IP" -> Utils.getIpAddress();
                case "SERVER_HOST" -> message.host;
                case "SYSTEM_DATE" -> LocalDate.now().toString();
                default -> null;
            };
        } catch (IOException e) {
            return null;
        }
    }

    /** Every prefix is its own namespace: definitions of prefixes do not reach a single expression. */
    private static final class Prefixes implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return prefix;
        }

        @Override
        public String getPrefix(String namespace) {
            return namespace;
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            return List.of(namespace).iterator();
        }
    }
}
