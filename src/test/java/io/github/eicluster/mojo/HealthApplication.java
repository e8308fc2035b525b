package io.github.eicluster.mojo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An API in a CAR file, with what a health check needs, and a mediator that the miniature integrator does not know. */
final class HealthApplication {

    private HealthApplication() {}

    /**
     * Writes the application.
     *
     * @param car the file
     * @throws IOException if it cannot be written
     */
    static void write(Path car) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(car))) {
            entry(zip, "artifacts.xml", """
                    <artifacts><artifact name="sample" version="1.0.0" type="carbon/application">
                      <dependency artifact="health" version="1.0.0" include="true" serverRole="EnterpriseServiceBus"/>
                    </artifact></artifacts>""");
            entry(zip, "health_1.0.0/artifact.xml", """
                    <artifact name="health" version="1.0.0" type="synapse/api" serverRole="EnterpriseServiceBus">
                      <file>health-1.0.0.xml</file>
                    </artifact>""");
            entry(zip, "health_1.0.0/health-1.0.0.xml", """
                    <api xmlns="http://ws.apache.org/ns/synapse" name="health" context="/health">
                      <resource methods="GET" uri-template="/"><inSequence>
                        <loop/>
                        <filter xpath="contains(get-property('system', 'java.home'), '/')">
                          <then><property name="by" value="java"/></then>
                        </filter>
                        <log level="custom"><property name="ASKED" expression="fn:concat('health by ', $ctx:by)"/></log>
                        <header name="X-By" scope="transport" expression="get-property('by')"/>
                        <payloadFactory media-type="json">
                          <format>{"by": "$1"}</format><args><arg expression="$ctx:by"/></args>
                        </payloadFactory>
                        <respond/>
                      </inSequence></resource>
                    </api>""");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
