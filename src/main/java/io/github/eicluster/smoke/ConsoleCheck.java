package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the console shows its login page through the load balancer, and a session stays on its node.
 *
 * @param front the virtual server of the console
 * @param http the virtual server for HTTP, which redirects may lead to
 * @param options how many requests
 * @param client sends them
 */
record ConsoleCheck(Front front, Optional<Front> http, SmokeOptions options, Client client) implements Check {

    private static final String LOGIN = "console shows the login page";
    private static final String SESSION = "console keeps a session on one node";
    private static final String SESSION_COOKIE = "JSESSIONID";
    private static final int OK = 200;
    private static final int MOST_HOPS = 20;
    private static final Pattern PASSWORD = Pattern.compile("(?i)type\\s*=\\s*[\"']?password");

    @Override
    public String subject() {
        return SmokeTest.BALANCER;
    }

    @Override
    public String title() {
        return LOGIN;
    }

    @Override
    public List<Result> run() {
        Cookies cookies = new Cookies();
        List<URI> way = new ArrayList<>();
        try {
            Result login = login(cookies, way);
            return login.is(Result.Outcome.PASSED)
                    ? List.of(login, session(cookies, way.get(way.size() - 1)))
                    : List.of(login, noSession());
        } catch (IOException e) {
            return List.of(
                    Result.failed(
                            SmokeTest.BALANCER,
                            LOGIN,
                            text(way.get(way.size() - 1).toString()) + ": " + Network.reason(e),
                            "Look at the log of the load balancer, and at the console's listeners of the nodes."),
                    noSession());
        }
    }

    private static Result noSession() {
        return Result.unchecked(
                SmokeTest.BALANCER, SESSION, "there is no login page", "See the check of the login page.");
    }

    private Result login(Cookies cookies, List<URI> way) throws IOException {
        List<String> seen = new ArrayList<>();
        URI next = front.at("/carbon/");
        while (true) {
            way.add(next);
            // A page that sends the client back once it has got its cookie is no loop.
            String state = next + " " + cookies.header().orElse("");
            if (seen.contains(state) || way.size() > MOST_HOPS) {
                return loop(way);
            }
            seen.add(state);
            Client.Answer answer = client.get(next, cookies);
            Optional<String> location = answer.header("Location");
            if (answer.status() / 100 != 3 || location.isEmpty()) {
                return way.stream().allMatch(url -> Urls.sameServer(url, front.url()))
                        ? page(next, answer)
                        : withoutTls(way);
            }
            URI target;
            try {
                target = next.resolve(location.get().strip());
            } catch (IllegalArgumentException e) {
                return past(next, location.get());
            }
            if (target.getScheme() == null || !isBalancer(target)) {
                return past(next, target.toString());
            }
            next = target;
        }
    }

    private boolean isBalancer(URI url) {
        boolean plain = http.isPresent()
                && "http".equals(url.getScheme())
                && front.host().equalsIgnoreCase(url.getHost())
                && Urls.port(url) == http.get().port();
        return plain || Urls.sameServer(url, front.url());
    }

    private static Result withoutTls(List<URI> way) {
        return Result.failed(
                        SmokeTest.BALANCER,
                        LOGIN,
                        "redirects leave TLS: " + text(way),
                        "Let the load balancer send"
                                + " X-Forwarded-Proto, and keep the RemoteIpValve in catalina-server.xml of every node.")
                .rule("EIC308");
    }

    private static String text(List<URI> way) {
        return String.join(" -> ", way.stream().map(url -> text(url.toString())).toList());
    }

    /** A URL without the session that servers may write into it. */
    private static String text(String url) {
        return url.replaceAll("(?i);jsessionid=[^?#]*", ";jsessionid=***");
    }

    private static Result page(URI url, Client.Answer answer) {
        if (answer.status() == OK && PASSWORD.matcher(answer.body()).find()) {
            return Result.passed(SmokeTest.BALANCER, LOGIN, text(url.toString()));
        }
        return Result.failed(
                SmokeTest.BALANCER,
                LOGIN,
                text(url.toString()) + " answers " + answer.status()
                        + (answer.status() == OK ? " without a field for a password" : ""),
                "Look at the log of the load balancer, and whether the consoles of the nodes have started.");
    }

    private static Result loop(List<URI> way) {
        int first = way.indexOf(way.get(way.size() - 1));
        String message = first < way.size() - 1
                ? "redirects go round: " + text(way.subList(first, way.size()))
                : "there is no end of redirects after " + MOST_HOPS;
        return Result.failed(
                        SmokeTest.BALANCER,
                        LOGIN,
                        message,
                        "Let the load balancer send X-Forwarded-Proto, and keep the RemoteIpValve in catalina-server.xml"
                                + " of every node, with the load balancer among its internalProxies.")
                .rule("EIC308");
    }

    private static Result past(URI from, String to) {
        return Result.failed(
                        SmokeTest.BALANCER,
                        LOGIN,
                        text(from.toString()) + " redirects to " + text(to) + ", past the load balancer",
                        "Set proxyPort of the connectors and MgtHostName on every node, as configure does with a"
                                + " loadBalancer.")
                .rule("EIC308");
    }

    /** A node that does not know a session begins a new one, and says so with a new cookie. */
    private Result session(Cookies cookies, URI page) {
        Optional<String> session = cookies.get(SESSION_COOKIE);
        if (session.isEmpty()) {
            return Result.unchecked(
                    SmokeTest.BALANCER, SESSION, "the console sets no cookie " + SESSION_COOKIE, "Nothing is to do.");
        }
        if (front.active().size() == 1) {
            return Result.unchecked(SmokeTest.BALANCER, SESSION, "there is only one active node", "Nothing is to do.");
        }
        for (int i = 0; i < options.requests(); i++) {
            Optional<String> trouble = trouble(cookies, page);
            if (trouble.isPresent()) {
                return Result.failed(
                        SmokeTest.BALANCER,
                        SESSION,
                        text(page.toString()) + trouble.get() + " at request " + (i + 1),
                        "Look at the log of the load balancer, and at the console's listeners of the nodes.");
            }
            if (!cookies.get(SESSION_COOKIE).equals(session)) {
                return Result.failed(
                                SmokeTest.BALANCER,
                                SESSION,
                                "request " + (i + 1) + " reached a node that does not know the session",
                                "Keep the clients of the console on one node, as the load balancer's files of this cluster"
                                        + " do.")
                        .rule("EIC318");
            }
        }
        return Result.passed(SmokeTest.BALANCER, SESSION, options.requests() + " requests with one " + SESSION_COOKIE);
    }

    private Optional<String> trouble(Cookies cookies, URI page) {
        try {
            int status = client.get(page, cookies).status();
            return status < 400 ? Optional.empty() : Optional.of(" answers " + status);
        } catch (IOException e) {
            return Optional.of(": " + Network.reason(e));
        }
    }
}
