package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends single requests: each on a connection of its own, to the declared address of a name, without following redirects,
 * keeping cookies or trying again.
 */
final class Client implements AutoCloseable {

    private static final int LARGEST_BODY = 1 << 20;

    private final CloseableHttpClient http;

    Client(Names names, java.time.Duration patience) {
        Timeout timeout = Timeout.of(patience);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver(names))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                                Tls.context(new Recorder(Optional.empty())),
                                HostnameVerificationPolicy.CLIENT,
                                NoopHostnameVerifier.INSTANCE))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(16)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("ei-cluster-smoke-test")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    /**
     * An answer.
     *
     * @param status status code
     * @param headers name and value of each header, in order
     * @param body beginning of the body, at most 1 MB
     */
    record Answer(int status, List<Map.Entry<String, String>> headers, String body) {

        Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    Answer get(URI url, Cookies cookies) throws IOException {
        HttpGet request = new HttpGet(url);
        cookies.header().ifPresent(value -> request.setHeader("Cookie", value));
        Answer answer = http.execute(request, Client::read);
        answer.all("Set-Cookie").forEach(cookies::take);
        return answer;
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : response.getHeaders()) {
            headers.add(Map.entry(header.getName(), header.getValue()));
        }
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST_BODY);
        return new Answer(response.getCode(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static DnsResolver resolver(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
