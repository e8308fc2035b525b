package io.github.eicluster.config;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the raw configuration into a checked definition, or fails with all mistakes at once. */
public final class ConfigurationReader {

    /**
     * Reads everything.
     *
     * @param input what Maven knows
     * @return the definition, with warnings
     * @throws ConfigurationException with all mistakes, in the order distribution, cluster, edits, libraries and within each in
     *     that of the POM
     */
    public ClusterDefinition read(RawInput input) {
        Problems problems = new Problems(input.production());
        Context context = new Context(problems, new Secrets(input.secrets(), problems));
        CommandLine commandLine = new CommandLine(input.properties());
        Optional<Entry> distribution = commandLine
                .distribution(input.distribution())
                .map(raw -> checked(problems, raw, Schema.distribution()));
        problems.visit("distribution");
        problems.visit("cluster");
        Entry cluster = checked(problems, commandLine.cluster(input.cluster(), input.hasPom()), Schema.cluster());
        problems.visit("edits");
        Optional<Entry> edits = input.edits().map(raw -> checked(problems, raw, Schema.edits()));
        problems.visit("libraries");
        Optional<Entry> libraries = input.libraries().map(raw -> checked(problems, raw, Schema.libraries()));

        DistributionSource source = new DistributionReader(context).read(distribution);
        if (input.hasPom() && input.cluster().isEmpty()) {
            problems.error(
                    "cluster",
                    "is missing. Add <cluster> with its <nodes> to the <configuration> of ei-cluster-maven-plugin.");
            throw new ConfigurationException(problems.errors());
        }
        Cluster read = new ClusterReader(context).read(cluster);
        Set<String> ids = read.nodes().stream().map(Node::id).collect(Collectors.toCollection(LinkedHashSet::new));
        List<CustomEdit> customEdits = new EditsReader(context, ids).read(edits);
        Libraries places = new LibrariesReader(context, ids).read(libraries);
        List<Problem> errors = problems.errors();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return new ClusterDefinition(read, customEdits, places, source, problems.warnings());
    }

    private static Entry checked(Problems problems, RawElement raw, Element schema) {
        Entry entry = Entry.root(raw, schema);
        new SchemaCheck(problems).check(entry);
        return entry;
    }
}
