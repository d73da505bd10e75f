package org.cmm.agent.link;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers of HTTP/1.1 (RFC 9112): with a length, in chunks, or until the connection ends. What is longer than CMM
 * ever sends is not read on: the connection is then of no more use.
 */
final class AnswerReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) (\\d{3})(?: .*)?");
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_BODY = 64 * 1024;

    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next answer; interim ones (1xx) are passed over.
     *
     * @throws UnansweredException when the connection ended before it
     * @throws NoHttpException when something else came
     */
    Answer read() throws IOException {
        while (true) {
            Matcher status = statusLine();
            int code = Integer.parseInt(status.group(2));
            Map<String, String> headers = headers();
            if (code >= 200) {
                return whole(code, status.group(1).equals("1"), headers);
            }
        }
    }

    private Matcher statusLine() throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new UnansweredException();
        }
        String line = first == '\n' ? "" : (char) first + line();
        Matcher status = STATUS_LINE.matcher(line);
        if (!status.matches()) {
            throw new NoHttpException(line.replaceAll("[^ -~]", "?"));
        }
        return status;
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new NoHttpException("a header that is none, or too many");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private Answer whole(int code, boolean keepsOpenByItself, Map<String, String> headers) throws IOException {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean open = keepsOpenByItself && !connection.contains("close");
        if (code == 204 || code == 304) {
            return new Answer(code, headers, "", open);
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            var body = new ByteArrayOutputStream();
            boolean ended = chunks(body);
            return new Answer(code, headers, text(body.toByteArray()), open && ended);
        }
        if (headers.containsKey("content-length")) {
            long length = number(headers.get("content-length"), 10);
            byte[] body = in.readNBytes((int) Math.min(length, LONGEST_BODY));
            if (body.length < Math.min(length, LONGEST_BODY)) {
                throw new EOFException("the answer was cut off");
            }
            return new Answer(code, headers, text(body), open && length <= LONGEST_BODY);
        }
        return new Answer(code, headers, text(in.readNBytes(LONGEST_BODY)), false);
    }

    /** Whether all of them were read. */
    private boolean chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            long length = number(line().split(";", 2)[0].strip(), 16);
            if (length == 0) {
                headers();
                return true;
            }
            if (length > LONGEST_BODY - body.size()) {
                return false;
            }
            byte[] chunk = in.readNBytes((int) length);
            body.writeBytes(chunk);
            if (chunk.length < length || !line().isEmpty()) {
                throw new EOFException("the answer was cut off");
            }
        }
    }

    private static long number(String text, int radix) throws NoHttpException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new NoHttpException("a length that is no number");
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the answer was cut off");
            }
            if (line.length() == LONGEST_LINE) {
                throw new NoHttpException("a line without an end");
            }
            line.append((char) letter);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
