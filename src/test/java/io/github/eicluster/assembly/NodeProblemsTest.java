package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeProblemsTest {

    @Test
    void whatEveryNodeHasIsToldOnce() {
        assertThat(NodeProblems.merge(problems(
                        List.of(Problem.error("a", "no anchor"), Problem.error("a", "of a alone")),
                        List.of(Problem.error("b", "no anchor")))))
                .containsExactly(Problem.error("every node", "no anchor"), Problem.error("a", "of a alone"));
    }

    @Test
    void whatOnlySomeNodesHaveNamesThem() {
        Map<String, List<Problem>> problems =
                problems(List.of(Problem.error("a", "no anchor")), List.of(Problem.error("b", "no anchor")));
        problems.put("c", List.of(Problem.warning("c", "no anchor")));

        assertThat(NodeProblems.merge(problems))
                .containsExactly(
                        Problem.error("a", "no anchor"),
                        Problem.error("b", "no anchor"),
                        Problem.warning("c", "no anchor"));
    }

    @Test
    void aProblemOfTheDistributionKeepsItsPlace() {
        Problem problem = Problem.error("distribution", "is broken");

        assertThat(NodeProblems.merge(problems(List.of(problem), List.of(problem))))
                .containsExactly(problem);
    }

    @Test
    void aSingleNodeIsNamed() {
        assertThat(NodeProblems.merge(Map.of("a", List.of(Problem.error("a", "no anchor")))))
                .containsExactly(Problem.error("a", "no anchor"));
    }

    private static Map<String, List<Problem>> problems(List<Problem> a, List<Problem> b) {
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        problems.put("a", a);
        problems.put("b", b);
        return problems;
    }
}
