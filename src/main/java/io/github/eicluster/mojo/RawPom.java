package io.github.eicluster.mojo;

import io.github.eicluster.config.RawElement;
import io.github.eicluster.config.StrayText;
import io.github.eicluster.config.TopLevelNames;
import io.github.eicluster.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.Parameter;

/** Mistakes that Maven hides from a goal: names that no goal has, and text that stands between elements. */
final class RawPom {

    private final Invocation invocation;

    RawPom(Invocation invocation) {
        this.invocation = invocation;
    }

    List<Problem> problems() throws IOException {
        if (!invocation.hasPom()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(unknownNames());
        try (InputStream pom =
                Files.newInputStream(invocation.project().getFile().toPath())) {
            problems.addAll(StrayText.find(pom, invocation.plugin().getArtifactId()));
        }
        return problems;
    }

    private List<Problem> unknownNames() {
        Plugin plugin = invocation.project().getPlugin(invocation.plugin().getPluginLookupKey());
        if (plugin == null) {
            return List.of();
        }
        Set<String> known = invocation.plugin().getMojos().stream()
                .flatMap(mojo -> mojo.getParameters().stream())
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        List<RawElement> configurations = new ArrayList<>();
        // As text, because the type that holds it differs between Maven 3 and 4.
        if (plugin.getConfiguration() != null) {
            configurations.add(RawElement.parse(plugin.getConfiguration().toString()));
        }
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getConfiguration() != null) {
                configurations.add(RawElement.parse(execution.getConfiguration().toString()));
            }
        }
        return TopLevelNames.check(configurations, known);
    }
}
