package org.cmm.agent.link;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request as it goes over the wire, with no header that nobody needs. */
final class RequestText {
    private static final String LINE = "\r\n";

    private RequestText() {}

    static byte[] of(URI server, String method, String path, Content content, Optional<String> secret) {
        var head = new StringBuilder(256);
        head.append(method)
                .append(' ')
                .append(before(server))
                .append(path)
                .append(" HTTP/1.1")
                .append(LINE);
        head.append("Host: ").append(server.getRawAuthority()).append(LINE);
        content.type()
                .ifPresent(type -> head.append("Content-Type: ").append(type).append(LINE));
        if (!content.encoding().equals(Content.PLAIN)) {
            head.append("Content-Encoding: ").append(content.encoding()).append(LINE);
        }
        secret.ifPresent(
                known -> head.append("Authorization: Bearer ").append(known).append(LINE));
        head.append("Content-Length: ")
                .append(content.bytes().length)
                .append(LINE)
                .append(LINE);
        var whole = new ByteArrayOutputStream(head.length() + content.bytes().length);
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(content.bytes());
        return whole.toByteArray();
    }

    private static String before(URI server) {
        return server.getRawPath() == null ? "" : server.getRawPath();
    }
}
