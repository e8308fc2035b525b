package io.github.eicluster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps the rooms of the house apart; {@code src/site/markdown/architecture.md} says what each is for. */
class ArchitectureTest {

    private static final String ROOT = "io.github.eicluster.";

    /** Every room, and the rooms that it may use. A new room is entered here first. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("edit", Set.of("model")),
            Map.entry("diff", Set.of("model")),
            Map.entry("template", Set.of("model")),
            Map.entry("product", Set.of("model")),
            Map.entry("engine", Set.of("model", "product")),
            Map.entry("config", Set.of("model", "engine")),
            Map.entry("certs", Set.of("model", "product")),
            Map.entry("balancer", Set.of("model", "template")),
            Map.entry("database", Set.of("model", "template", "product", "engine")),
            Map.entry("library", Set.of("model", "product")),
            Map.entry("service", Set.of("model", "template")),
            Map.entry("jdbc", Set.of("model", "engine", "database")),
            Map.entry("sample", Set.of("model", "template")),
            Map.entry("smoke", Set.of("model", "template", "engine", "sample")),
            Map.entry("runbook", Set.of("model", "template", "balancer", "product", "engine")),
            Map.entry("archive", Set.of("model", "product")),
            Map.entry("node", Set.of("model", "product", "edit")),
            Map.entry(
                    "assembly",
                    Set.of(
                            "model",
                            "product",
                            "diff",
                            "template",
                            "runbook",
                            "archive",
                            "node",
                            "certs",
                            "balancer",
                            "library",
                            "database",
                            "service")),
            Map.entry("verify", Set.of("model", "product", "edit", "diff", "template", "library", "archive")),
            Map.entry("launch", Set.of("model", "product")),
            Map.entry("maven", Set.of("model", "config", "library")),
            Map.entry(
                    "mojo",
                    Set.of(
                            "model",
                            "config",
                            "diff",
                            "template",
                            "archive",
                            "node",
                            "certs",
                            "balancer",
                            "library",
                            "database",
                            "service",
                            "jdbc",
                            "assembly",
                            "verify",
                            "sample",
                            "smoke",
                            "launch",
                            "product",
                            "maven"))));

    private static final List<String> ROOMS = List.copyOf(MAY_USE.keySet());

    /** The goal {@code help} is generated in the root of the packages of the goals. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.eicluster")
            .that(not(DescribedPredicate.<JavaClass>describe(
                    "generated help", type -> type.getSimpleName().equals("HelpMojo"))));

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomUsesOnlyTheRoomsThatItMayUse(String room) {
        String[] others = ROOMS.stream()
                .filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.length == 0 ? new String[] {"none"} : others));
    }

    @Test
    void everyClassIsInARoom() {
        String[] rooms = ROOMS.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
        check(classes().should().resideInAnyPackage(rooms));
    }

    @Test
    void thereAreNoCycles() {
        check(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void theModelNeedsTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + "model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "model..", "java.lang..", "java.util..", "java.net..", "java.io.."));
    }

    @Test
    void aLibraryIsUsedInOneRoom() {
        onlyIn("edit", "com.ctc.wstx..", "org.codehaus.stax2..");
        onlyIn("archive", "org.apache.commons.compress..");
        onlyIn("template", "org.apache.velocity..");
        onlyIn("certs", "org.bouncycastle..");
        onlyIn("diff", "com.github.difflib..");
        onlyIn("verify", "com.fasterxml.jackson..");
        onlyIn("smoke", "org.apache.hc..");
    }

    @Test
    void mavenIsKnownAtTheEdgeOnly() {
        check(noClasses()
                .that(areOutside("mojo", "config", "maven"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..", "javax.inject.."));
    }

    @Test
    void filesArePathsInside() {
        check(noClasses()
                .that(areOutside("mojo", "config", "maven"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File"));
    }

    @Test
    void nobodyHasStaticStateThatChanges() {
        check(noFields().that().areStatic().and().areNotFinal().should().beDeclaredInClassesThat(inTheHouse()));
        check(noFields()
                .that()
                .areStatic()
                .and()
                .areNotPrivate()
                .and(areWritten())
                .should()
                .haveRawType(isAnArray()));
    }

    @Test
    void theMachineIsAskedAtTheEdgeOnly() {
        ArchRule rule = noClasses()
                .that(areOutside("mojo", "maven"))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks for environment, system properties or the time",
                        call -> isMachine(
                                call.getTargetOwner().getFullName(),
                                call.getTarget().getName())));
        check(rule);
    }

    @Test
    void nobodyWritesToTheConsoleOrEndsTheProcess() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void sourceFilesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                int limit = file.getFileName().toString().endsWith("Mojo.java") ? 150 : 300;
                if (lines > limit) {
                    tooLong.add(file + " has " + lines + " lines, the limit is " + limit);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theArchitecturePageNamesEveryRoomAndWhatItMayUse() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/architecture.md"));
        Map<String, Set<String>> written = new TreeMap<>();
        Pattern row = Pattern.compile("(?m)^\\| `([a-z]+)` \\| ([^|]*) \\|");
        row.matcher(page).results().forEach(room -> written.put(room.group(1), names(room.group(2))));
        assertThat(written).isEqualTo(MAY_USE);
    }

    private static Set<String> names(String cell) {
        Matcher name = Pattern.compile("`([a-z]+)`").matcher(cell);
        return name.results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static boolean isMachine(String owner, String method) {
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("getenv", "getProperty", "getProperties", "setProperty", "currentTimeMillis")
                        .contains(method);
            case "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime" -> method.equals("now");
            default -> false;
        };
    }

    private static void onlyIn(String room, String... packages) {
        check(noClasses()
                .that(not(resideInAPackage(ROOT + room + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> areOutside(String... rooms) {
        String[] packages = Stream.of(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
        return not(resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> inTheHouse() {
        return resideInAPackage(ROOT + ".");
    }

    /** Fields of the source, not those that the compiler adds for a switch. */
    private static DescribedPredicate<JavaField> areWritten() {
        return DescribedPredicate.describe(
                "are in the source", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    /** Whoever sees an array can change it, final or not. */
    private static DescribedPredicate<JavaClass> isAnArray() {
        return DescribedPredicate.describe("an array", JavaClass::isArray);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
