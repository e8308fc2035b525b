package io.github.eicluster.mojo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Secret;
import io.github.eicluster.testing.Flip;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;

/** Each parameter beside the cluster is flipped away from its default, and something that users see changes. */
@MojoTest
@Basedir("/mojo/pom-packaging")
class TopLevelParametersTest extends MojoCase {

    private static final String ARCHIVE = "pom-packaging-1.0-node1.zip";

    @Test
    @InjectMojo(goal = "package")
    void withoutAFlipThereAreTwoZipsAndTheBundleWithItsParts(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames())
                .containsExactly(
                        "ei-cluster",
                        "pom-packaging-1.0-bundle.zip",
                        "pom-packaging-1.0-databases.zip",
                        "pom-packaging-1.0-load-balancer.zip",
                        ARCHIVE,
                        "pom-packaging-1.0-node2.zip");
        assertThat(project().getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("load-balancer", "databases", "bundle");
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "formats", value = "tar.gz, directory")
    void formatsChooseTheArchives(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames()).contains("pom-packaging-1.0-node1.tar.gz").doesNotContain(ARCHIVE);
        assertThat(target().resolve("ei-cluster/homes/node1/wso2ei-6.6.0/conf/carbon.xml"))
                .exists();
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "checksums", value = "true")
    void checksumsNameEveryArchiveAndTheBundle(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(Files.readAllLines(target().resolve("SHA256SUMS")))
                .containsExactly(
                        sum("pom-packaging-1.0-bundle.zip"),
                        sum("pom-packaging-1.0-databases.zip"),
                        sum("pom-packaging-1.0-load-balancer.zip"),
                        sum(ARCHIVE),
                        sum("pom-packaging-1.0-node2.zip"));
    }

    private String sum(String name) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(target().resolve(name)));
        return HexFormat.of().formatHex(digest) + "  " + name;
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "threads", value = "0")
    void aNumberOfThreadsThatCannotBeIsRefused(PackageMojo mojo) throws Exception {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("threads: '0' is not a whole number from 1 to 64. Write one.");
        assertThat(targetNames()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "attach", value = "true")
    void attachMakesArtifactsOfTheNodes(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("load-balancer", "databases", "node1", "node2", "bundle");
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "environment", value = "test")
    void theEnvironmentIsInNamesAndTheRunbook(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames()).contains("pom-packaging-1.0-test-node1.zip").doesNotContain(ARCHIVE);
        assertThat(target().resolve("ei-cluster/RUNBOOK.md").toFile())
                .content()
                .startsWith("# Runbook of the cluster wso2.ei.domain (test)");
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "outputDirectory", value = "target/elsewhere")
    void theOutputDirectoryMoves(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames()).contains("elsewhere").doesNotContain("ei-cluster");
        assertThat(target().resolve("elsewhere/RUNBOOK.md")).exists();
    }

    @Test
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "overlays", value = "../overlays/first")
    void overlaysAddFiles(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(target().resolve("ei-cluster/nodes/node1/conf/note.txt")).hasContent("first");
    }

    @Test
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "distribution", value = "../../../miniature/wso2ei-6.4.0.zip")
    void theDistributionIsTheBase(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).anyMatch(line -> line.startsWith("EI 6.4.0 from "));
    }

    @Test
    @Basedir("/mojo/password-in-pom")
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "production", value = "true")
    void productionMakesUnsafeChoicesFail(ConfigureMojo mojo) {
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothing(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.package.skip).");
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "skipPackage", value = "true")
    void skipPackageDoesNothing(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "skipConfigure", value = "true")
    void skipConfigureDoesNothing(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "skipDiff", value = "true")
    void skipDiffDoesNothing(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "color", value = "always")
    void colorIsSeenOnTheConsole(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).anyMatch(line -> line.contains("\u001b["));
    }

    @Test
    @InjectMojo(goal = "databases")
    @MojoParameter(name = "skipDatabases", value = "true")
    void skipDatabasesSkipsThatGoal(DatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    @MojoParameter(name = "showPasswords", value = "true")
    void showPasswordsWritesThem(DatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(target().resolve("ei-cluster/databases/mysql/01-create.sql"))
                .content()
                .doesNotContain("<password of");
    }

    @Test
    @InjectMojo(goal = "certs")
    @MojoParameter(name = "skipCerts", value = "true")
    void skipCertsDoesNothing(CertsMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.certs.skip).");
    }

    @Test
    @InjectMojo(goal = "encrypt")
    @MojoParameter(name = "skipEncrypt", value = "true")
    void skipEncryptDoesNothing(EncryptMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.encrypt.skip).");
    }

    @Test
    @InjectMojo(goal = "decrypt-check")
    @MojoParameter(name = "skipDecryptCheck", value = "true")
    void skipDecryptCheckDoesNothing(DecryptCheckMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.decrypt-check.skip).");
    }

    @Test
    @Basedir("/mojo/vault")
    @InjectMojo(goal = "encrypt")
    @MojoParameter(name = "encryptServerId", value = "ei-broker")
    void encryptServerIdIsWhoseValueIsEncrypted(EncryptMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).anyMatch(line -> line.matches("value=[A-Za-z0-9+/=]{344,}"));
    }

    @Test
    @Basedir("/mojo/vault")
    @InjectMojo(goal = "encrypt")
    @MojoParameter(name = "encryptAlias", value = "broker.password")
    void encryptAliasIsTheNameOfTheValue(EncryptMojo mojo) throws Exception {
        mojo.askBy(new SecretPrompt() {
            @Override
            Secret ask(boolean interactive) {
                return new Secret("typed", Secret.Source.ENVIRONMENT);
            }
        });

        run(mojo);

        assertThat(log().infos()).anyMatch(line -> line.matches("broker.password=[A-Za-z0-9+/=]{344,}"));
    }

    @Test
    @InjectMojo(goal = "load-balancer")
    @MojoParameter(name = "skipLoadBalancer", value = "true")
    void skipLoadBalancerDoesNothing(LoadBalancerMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.load-balancer.skip).");
    }

    @Test
    @MojoParameter(name = "renew", value = "true")
    void renewIssuesCertificatesAnew(
            @InjectMojo(goal = "configure") ConfigureMojo before, @InjectMojo(goal = "certs") CertsMojo mojo)
            throws Exception {
        run(before);
        String valid = targetFiles().get("ei-cluster/certs/nodes.crt");

        run(mojo);

        assertThat(targetFiles().get("ei-cluster/certs/nodes.crt")).isNotEqualTo(valid);
    }

    @Test
    @MojoParameter(name = "newKey", value = "ca")
    void newKeyReplacesKeys(
            @InjectMojo(goal = "configure") ConfigureMojo before, @InjectMojo(goal = "certs") CertsMojo mojo)
            throws Exception {
        userProperties().setProperty("ei-cluster.certs.newKey", "ca");
        run(before);
        String old = targetFiles().get("ei-cluster/certs/ca.crt");

        run(mojo);

        assertThat(targetFiles().get("ei-cluster/certs/ca.crt")).isNotEqualTo(old);
    }

    @Test
    void noParameterOfTheDescriptorIsWithoutAFlip() throws Exception {
        // Goals that work on databases change no output; their parameters are flipped where their words are looked at.
        Set<String> flipped = Stream.of(
                        TopLevelParametersTest.class,
                        DatabasesMojoTest.class,
                        DatabaseGoalsTest.class,
                        LiveDatabaseCase.class,
                        VerifyMojoTest.class,
                        StartMojoTest.class,
                        StartFailuresTest.class,
                        SampleCarMojoTest.class,
                        SmokeTestMojoTest.class,
                        RunningSmokeTest.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method -> Stream.concat(Stream.of(method), Stream.of(method.getParameters())))
                .flatMap(element -> Stream.of(element.getAnnotationsByType(MojoParameter.class)))
                .map(MojoParameter::name)
                .collect(toCollection(TreeSet::new));
        // A POM of VerifyMojoTest sets them.
        flipped.add("suppressions");
        Flip.all().map(flip -> flip.path().split("/", 2)[0]).forEach(flipped::add);

        assertThat(documented()).isNotEmpty().isEqualTo(flipped);
    }

    /** Parameters of all goals that a POM may set; those of help belong to its generator. */
    private static Set<String> documented() throws Exception {
        try (Reader reader = new InputStreamReader(
                TopLevelParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"),
                StandardCharsets.UTF_8)) {
            PluginDescriptor descriptor = new PluginDescriptorBuilder().build(reader);
            return descriptor.getMojos().stream()
                    .filter(mojo -> !mojo.getGoal().equals("help"))
                    .flatMap(mojo -> mojo.getParameters().stream())
                    .filter(Parameter::isEditable)
                    .map(Parameter::getName)
                    .collect(toCollection(TreeSet::new));
        }
    }
}
