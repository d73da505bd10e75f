package org.cmm.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page's words stand in message bundles, where both languages are; templates hold none, nor any inline style. */
class TemplateWordsTest {

    private static final Pattern NO_TEXT = Pattern.compile(
            "(?s)\\{!.*?!}|<!--.*?-->|<script.*?</script>|<pre class=\"command\".*?</pre>|<code>.*?</code>");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}\\n]*}");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern SPOKEN = Pattern.compile("\\b(?:title|placeholder|aria-label|alt)=\"([^\"]*)\"");
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)");
    private static final List<String> NAMES_IN_BOTH_LANGUAGES =
            List.of("English", "Français", "Linux", "Windows", "CMM", "SHA", "CSV", "JSON");

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        try (Stream<Path> files = templates()) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(words(Files.readString(file)))
                    .as(file.toString())
                    .isEmpty());
        }
    }

    @Test
    void templatesHoldNothingThatTheContentSecurityPolicyRefuses() throws IOException {
        try (Stream<Path> files = templates()) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(INLINE));
        }
    }

    @Test
    void aWordInTheTextIsFound() {
        assertThat(words("<p>{shell:fleet} of machines</p>")).containsExactly("machines");
    }

    @Test
    void aWordInANameForScreenReadersIsFound() {
        assertThat(words("<a aria-label=\"Close {x}\" class=\"quiet\">×</a>")).containsExactly("Close");
    }

    private static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    private static List<String> words(String template) {
        String markup =
                EXPRESSION.matcher(NO_TEXT.matcher(template).replaceAll(" ")).replaceAll(" ");
        String spoken = String.join(
                " ",
                SPOKEN.matcher(markup).results().map(found -> found.group(1)).toList());
        String text = TAG.matcher(markup).replaceAll(" ") + " " + spoken;
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(word -> !NAMES_IN_BOTH_LANGUAGES.contains(word))
                .toList();
    }
}
