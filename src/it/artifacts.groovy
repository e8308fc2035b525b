import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** What scripts put into the local repository of the integration tests before a build. */
class Artifacts {
    final File repository

    Artifacts(File repository) {
        this.repository = repository
    }

    /** Installs an archive with these files: name to text. */
    void install(String group, String artifact, String version, String type, Map<String, String> files, String more = '') {
        File folder = new File(repository, "${group.replace('.', '/')}/$artifact/$version")
        folder.mkdirs()
        new File(folder, "$artifact-${version}.pom").text = "<project><modelVersion>4.0.0</modelVersion><groupId>$group" +
                "</groupId><artifactId>$artifact</artifactId><version>$version</version><packaging>$type</packaging>$more</project>"
        zip(new File(folder, "$artifact-${version}.$type"), files.collectEntries { [(it.key): it.value.getBytes('UTF-8')] })
    }

    /** The descriptors of a Carbon application: what is in it, name to type. */
    static Map<String, String> car(String name, String version, Map<String, String> content) {
        def files = ['artifacts.xml': "<artifacts><artifact name=\"$name\" version=\"$version\" type=\"carbon/application\"/></artifacts>".toString()]
        content.each { part, type ->
            files["${part}_1.0.0/artifact.xml".toString()] = "<artifact name=\"$part\" version=\"1.0.0\" type=\"$type\"/>".toString()
        }
        files
    }

    /** The file in which Maven says which artifact a jar is. */
    static Map<String, String> jar(String group, String artifact, String version) {
        [("META-INF/maven/$group/$artifact/pom.properties".toString()): "groupId=$group\nartifactId=$artifact\nversion=$version\n".toString()]
    }

    static byte[] bytes(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        write(bytes, files.collectEntries { [(it.key): it.value.getBytes('UTF-8')] })
        bytes.toByteArray()
    }

    static void zip(File file, Map<String, byte[]> entries) {
        file.parentFile.mkdirs()
        file.withOutputStream { write(it, entries) }
    }

    private static void write(OutputStream out, Map<String, byte[]> entries) {
        new ZipOutputStream(out).withCloseable { zip ->
            entries.each { name, bytes ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(bytes)
                zip.closeEntry()
            }
        }
    }
}
new Artifacts(new File(binding.getVariable('repository') as String))
