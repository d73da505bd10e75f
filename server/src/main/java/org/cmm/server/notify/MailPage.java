package org.cmm.server.notify;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notice as the page of an e-mail: its title in the colour of its severity, a line for each thing that is said, and
 * the link. Readers of mail know little of styles, so they stand where they are used.
 */
final class MailPage {

    private static final Map<String, String> COLOURS =
            Map.of("critical", "#b3261e", "warning", "#8a5300", "info", "#1f5f8b");
    private static final int LONGEST_LABEL = 28;

    private MailPage() {}

    static String of(Outgoing notice) {
        String lines = notice.body().lines().map(MailPage::line).collect(Collectors.joining("\n"));
        String link = notice.link().isEmpty() ? "" : """
                <p style="margin:20px 0 0"><a href="%1$s" style="color:#1f5f8b">%1$s</a></p>
                """.formatted(escaped(notice.link()));
        return """
                <!DOCTYPE html>
                <html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
                <body style="margin:0;padding:16px;font-family:system-ui,'Segoe UI',Roboto,Arial,sans-serif;font-size:15px;line-height:1.45">
                <h1 style="margin:0 0 12px;padding-left:10px;border-left:4px solid %s;font-size:18px">%s</h1>
                %s
                %s</body></html>
                """.formatted(COLOURS.getOrDefault(notice.severity(), "#1f5f8b"), escaped(notice.title()), lines, link);
    }

    /** What stands before the first colon, when it is short, is what the line is about. */
    private static String line(String line) {
        if (line.isBlank()) {
            return "<br>";
        }
        int colon = line.indexOf(": ");
        boolean labelled = colon > 0 && colon <= LONGEST_LABEL && !line.startsWith("-");
        return labelled
                ? "<p style=\"margin:4px 0\"><b>%s</b> %s</p>"
                        .formatted(escaped(line.substring(0, colon + 1)), escaped(line.substring(colon + 2)))
                : "<p style=\"margin:4px 0\">%s</p>".formatted(escaped(line));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
