package io.github.eicluster.miniature;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;

/**
 * The way to the login page of the console, with the real server's redirects: to the management host and port where the
 * request came in clear text, else to where Tomcat believes that it was sent, as an absolute URL.
 */
final class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String LOGIN = "/carbon/admin/login.jsp";
    private static final List<String> PAGES = List.of("", "/", "/carbon", "/carbon/", "/carbon/admin/index.jsp");

    private final String managementHost;
    private final transient Connector[] connectors;

    ConsoleServlet(CarbonXml carbon, Connector[] connectors) {
        this.managementHost = carbon.managementHost();
        this.connectors = connectors;
    }

    /** The URL that the server prints and that browsers are sent to. */
    static String url(String managementHost, Connector[] connectors) {
        int port = 9443;
        for (Connector connector : connectors) {
            if (connector.getSecure()) {
                port = connector.getProxyPort() > 0 ? connector.getProxyPort() : connector.getPort();
            }
        }
        return "https://" + managementHost + ":" + port;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (!path.equals(LOGIN) && !PAGES.contains(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.isSecure()) {
            response.sendRedirect(url(managementHost, connectors) + LOGIN);
        } else if (path.equals(LOGIN)) {
            // The real page is a JSP, which begins a session.
            request.getSession();
            page(response);
        } else {
            response.sendRedirect(absolute(request, path.startsWith("/carbon/") ? LOGIN : "/carbon/admin/index.jsp"));
        }
    }

    /** What Tomcat's useRelativeRedirects="false" makes of a path, in all its versions. */
    private static String absolute(HttpServletRequest request, String path) {
        boolean usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort())
                + path;
    }

    private static void page(HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("X-EI-Node", System.getProperty("ei-cluster.node", ""));
        response.getWriter().print("""
                <!DOCTYPE html>
                <html lang="en">
                <head><title>WSO2 Management Console (miniature)</title></head>
                <body>
                <p>This is a miniature of the console: it shows that the way to it is right, and lets nobody in.</p>
                <form action="../admin/login_action.jsp" method="POST">
                <input name="username"><input name="password" type="password">
                </form>
                </body>
                </html>
                """);
    }
}
