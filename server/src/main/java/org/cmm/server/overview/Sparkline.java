package org.cmm.server.overview;

/** Draws ratios as the path of an SVG that is one unit wide per value and a hundred high; gaps stay open. */
final class Sparkline {

    private static final int BELOW = 104;
    private static final int OUTSIDE = 3;

    private Sparkline() {}

    /** The path; empty when there is nothing to draw. */
    static String path(float[] ratios) {
        StringBuilder path = new StringBuilder();
        int start = 0;
        while (start < ratios.length) {
            if (Float.isNaN(ratios[start])) {
                start++;
                continue;
            }
            int end = start;
            while (end < ratios.length && !Float.isNaN(ratios[end])) {
                end++;
            }
            stretch(path, ratios, start, end);
            start = end;
        }
        return path.toString();
    }

    /**
     * From below the picture up to the line, along it in relative steps, which compress well, and down again. At the
     * picture's ends the upright strokes stand outside it.
     */
    private static void stretch(StringBuilder path, float[] ratios, int start, int end) {
        int before = height(ratios[start]);
        path.append('M').append(start == 0 ? -OUTSIDE : start);
        path.append(' ').append(BELOW).append('V').append(before);
        if (start == 0 || end - start == 1) {
            path.append('H').append(start + (end - start == 1 ? 1 : 0));
        }
        path.append(end - start == 1 ? "" : "l");
        for (int index = start + 1; index < end; index++) {
            int height = height(ratios[index]);
            path.append(index == start + 1 ? "1 " : " 1 ").append(height - before);
            before = height;
        }
        if (end == ratios.length) {
            path.append('h').append(OUTSIDE);
        }
        path.append('V').append(BELOW);
    }

    private static int height(float ratio) {
        return 98 - Math.round(Math.clamp(ratio, 0f, 1f) * 96);
    }
}
