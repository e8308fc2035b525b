package io.github.eicluster.template;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.slf4j.helpers.NOPLogger;

/**
 * Renders Velocity templates in strict mode: a reference that is not defined, a method that does not exist and a secret
 * that would be shown are errors. A template reads no file and no class-path resource. Line endings stay as the template
 * has them. Holds no state between renderings.
 */
public final class Templates {

    /** Folder of the templates that come with the plugin. */
    private static final String FOLDER = "/io/github/eicluster/templates/";

    private final VelocityEngine engine = new VelocityEngine();

    /** Sets the engine up. */
    public Templates() {
        engine.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, true);
        engine.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
        engine.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, GuardedUberspector.class.getName());
        engine.setProperty(RuntimeConstants.RESOURCE_LOADERS, "none");
        engine.setProperty("resource.loader.none.instance", new NoResources());
        engine.setProperty(RuntimeConstants.VM_LIBRARY, "");
        engine.setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, true);
        engine.setProperty(RuntimeConstants.INPUT_ENCODING, StandardCharsets.UTF_8.name());
        engine.init();
    }

    /**
     * Renders a template without secrets.
     *
     * @param name what messages call the template, such as its path
     * @param template its text
     * @param context what it may refer to
     * @return the text
     * @throws ClusterException with name, line and column if it cannot be rendered
     */
    public String render(String name, String template, Map<String, Object> context) {
        VelocityContext values = new VelocityContext(new HashMap<>(context));
        EventCartridge guard = new EventCartridge();
        guard.addEventHandler(new SecretGuard());
        guard.attachToContext(values);
        StringWriter text = new StringWriter();
        try {
            engine.evaluate(values, text, name, new StringReader(template));
        } catch (ParseErrorException e) {
            throw failure(name, e.getLineNumber(), e.getColumnNumber(), "", firstLine(e), e);
        } catch (MethodInvocationException e) {
            throw failure(name, e.getLineNumber(), e.getColumnNumber(), e.getReferenceName(), firstLine(e), e);
        } catch (VelocityException e) {
            throw new ClusterException(name + ": " + firstLine(e), e);
        } catch (ClusterException e) {
            throw new ClusterException(name + ": " + e.getMessage(), e);
        }
        return text.toString();
    }

    /**
     * Renders a template that may write secrets with {@code $secrets.get('serverId')}.
     *
     * @param name what messages call the template, such as its path
     * @param template its text
     * @param context what it may refer to beside {@code $secrets}
     * @param secrets gives the secret of a server id, or empty
     * @return the text and how many secrets it holds; with one or more the file belongs to its owner alone (0600)
     * @throws ClusterException with name, line and column if it cannot be rendered
     */
    public RenderedTemplate render(
            String name, String template, Map<String, Object> context, Function<String, Optional<Secret>> secrets) {
        TemplateSecrets used = new TemplateSecrets(secrets);
        Map<String, Object> all = new HashMap<>(context);
        all.put("secrets", used);
        return new RenderedTemplate(render(name, template, all), used.used());
    }

    /**
     * Renders a template that comes with the plugin.
     *
     * @param resource its name below {@code /io/github/eicluster/templates/}, UTF-8
     * @param context what it may refer to
     * @return the text
     * @throws ClusterException if there is no such template or it cannot be rendered
     */
    public String renderResource(String resource, Map<String, Object> context) {
        try (InputStream in = Templates.class.getResourceAsStream(FOLDER + resource)) {
            if (in == null) {
                throw new ClusterException("The plugin has no template " + resource + ".");
            }
            return render(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), context);
        } catch (IOException e) {
            throw new ClusterException("The template " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ClusterException failure(
            String name, int line, int column, String reference, String reason, VelocityException cause) {
        String subject = reference == null || reference.isEmpty() ? "" : "$" + reference + ": ";
        return new ClusterException(name + " line " + line + " column " + column + ": " + subject + reason, cause);
    }

    private static String firstLine(VelocityException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ClusterException) {
            return cause.getMessage();
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
