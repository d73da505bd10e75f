package org.cmm.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP answer as it comes in. */
final class Answer {

    private static final String HEAD_END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final int STATUS_AT = 9;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(16_384);

    void clear() {
        bytes.clear();
    }

    /** Reads what is there; true when the answer is complete. */
    boolean read(ReadableByteChannel channel) throws IOException {
        if (channel.read(bytes) < 0) {
            throw new EOFException("the server closed the connection");
        }
        return isComplete();
    }

    /** Everything in the request is on disk: 204, or 200 with something to say but no row that was refused. */
    boolean acknowledges() {
        return is("204") || (is("200") && text().contains("\"refused\":[]"));
    }

    private boolean is(String status) {
        return bytes.position() > STATUS_AT + 2
                && bytes.get(STATUS_AT) == status.charAt(0)
                && bytes.get(STATUS_AT + 1) == status.charAt(1)
                && bytes.get(STATUS_AT + 2) == status.charAt(2);
    }

    String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate().flip()).toString();
    }

    /** 204 has no body, so the usual case needs a look at a few bytes. */
    private boolean isComplete() {
        if (is("204")) {
            int end = bytes.position();
            return bytes.get(end - 4) == '\r' && bytes.get(end - 1) == '\n';
        }
        String text = text();
        int body = text.indexOf(HEAD_END) + HEAD_END.length();
        Matcher length = LENGTH.matcher(text);
        return body >= HEAD_END.length()
                && length.find()
                && bytes.position() >= body + Integer.parseInt(length.group(1));
    }
}
