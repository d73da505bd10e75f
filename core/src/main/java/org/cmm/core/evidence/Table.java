package org.cmm.core.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of text, as RFC 4180 and as LaTeX. */
record Table(List<String> head, List<List<String>> rows) {

    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    String csv() {
        StringBuilder text = new StringBuilder(line(head));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    static String line(List<String> cells) {
        return cells.stream().map(Table::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where it must be; what a spreadsheet would run as a formula is text. */
    private static String cell(String text) {
        String plain = isFormula(text) ? "'" + text : text;
        boolean quoted =
                plain.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\r' || letter == '\n');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '=' || first == '+' || first == '@' || (first == '-' && !isNumber(text));
    }

    /** For the package booktabs: words to the left, numbers to the right. */
    String latex(String caption) {
        String columns = head.stream()
                .map(name -> rows.stream().allMatch(row -> isNumber(row.get(head.indexOf(name)))) ? "r" : "l")
                .collect(Collectors.joining());
        StringBuilder text = new StringBuilder("\\begin{table}\n\\centering\n\\caption{")
                .append(escaped(caption))
                .append("}\n\\begin{tabular}{")
                .append(columns)
                .append("}\n\\toprule\n")
                .append(row(head))
                .append("\\midrule\n");
        rows.forEach(row -> text.append(row(row)));
        return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || cell.matches("-?[0-9.]+(E-?[0-9]+)?|-?Infinity");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Table::escaped).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            switch (letter) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(letter);
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
