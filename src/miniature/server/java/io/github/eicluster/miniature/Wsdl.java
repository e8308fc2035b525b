package io.github.eicluster.miniature;

/** The description of a proxy service, as far as clients need it to find the service. */
final class Wsdl {

    private Wsdl() {}

    /** The prefix is joined as the real server does: a slash at its end gives two. */
    static String of(Service service, String prefix) {
        String address = prefix + "/services/" + service.name();
        String name = service.name();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:ns="http://miniature.eicluster.github.io" targetNamespace="http://miniature.eicluster.github.io">
                  <wsdl:portType name="%1$sPortType"/>
                  <wsdl:binding name="%1$sSoap11Binding" type="ns:%1$sPortType">
                    <soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
                  </wsdl:binding>
                  <wsdl:service name="%1$s">
                    <wsdl:port name="%1$sSoap11Endpoint" binding="ns:%1$sSoap11Binding">
                      <soap:address location="%2$s"/>
                    </wsdl:port>
                  </wsdl:service>
                </wsdl:definitions>
                """.formatted(
                name, address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
    }
}
