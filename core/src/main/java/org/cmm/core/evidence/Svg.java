package org.cmm.core.evidence;

import java.util.Locale;

/** A picture for print: white, no script, no font of its own. Coordinates are in points from the upper left. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String title) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        .formatted(width, height, width, height))
                .append(" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    }

    void rect(double x, double y, double width, double height, String fill) {
        text.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                .formatted(c(x), c(y), c(width), c(height), fill));
    }

    void line(double x1, double y1, double x2, double y2, String stroke) {
        text.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n"
                .formatted(c(x1), c(y1), c(x2), c(y2), stroke));
    }

    void circle(double x, double y, double radius, String fill) {
        text.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n".formatted(c(x), c(y), c(radius), fill));
    }

    /** Points are "x,y" with blanks between. */
    void polyline(String points, String stroke) {
        text.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
                .formatted(points, stroke));
    }

    void polygon(String points, String fill) {
        text.append("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.2\"/>\n".formatted(points, fill));
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void text(double x, double y, Anchor anchor, String words) {
        text.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(c(x), c(y), anchor.name().toLowerCase(Locale.ROOT), escaped(words)));
    }

    static String point(double x, double y) {
        return c(x) + "," + c(y) + " ";
    }

    private static String c(double value) {
        return Figures.coordinate(value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String written() {
        return text + "</svg>\n";
    }
}
