package io.github.eicluster.library;

import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.model.Problem;
import io.github.eicluster.testing.FileHome;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.TestArtifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with dependencies, an overlay and a distribution; two nodes on one machine unless a test says otherwise. */
abstract class LibraryCase {

    @TempDir
    Path folder;

    TestArtifacts maven;
    FileHome base;
    final TreeMap<String, Path> overlay = new TreeMap<>();
    Pom pom = Pom.of("""
            <cluster>
              <hostName>ei.example.com</hostName>
              <nodes><node>127.0.0.1</node><node>127.0.0.1</node></nodes>
            </cluster>
            """);
    boolean packs = true;

    @BeforeEach
    final void open() {
        maven = TestArtifacts.in(folder.resolve("repository"));
        base = new FileHome(folder.resolve("base"));
    }

    final LibraryPlan plan() {
        ClusterDefinition definition = pom.read();
        return new LibraryPlanner(maven, packs)
                .plan(definition.cluster(), definition.libraries(), base, Map.of("node1", overlay, "node2", overlay));
    }

    static List<Problem> all(LibraryPlan plan) {
        List<Problem> all = new ArrayList<>(plan.problems());
        for (String id : List.of("node1", "node2")) {
            all.addAll(plan.of(id).problems());
        }
        return all.stream().distinct().toList();
    }

    final List<String> errors() {
        return all(plan()).stream().filter(Problem::isError).map(Problem::text).toList();
    }

    final List<String> warnings() {
        return all(plan()).stream()
                .filter(problem -> !problem.isError())
                .map(Problem::text)
                .toList();
    }
}
