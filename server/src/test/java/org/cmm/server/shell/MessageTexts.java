package org.cmm.server.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the sentences of one feature, in both languages. */
final class MessageTexts {

    private static final String PLACEHOLDER = "\\{([\\w.:()]+)}";

    private MessageTexts() {}

    /** Every message bundle of the server, found by the annotation in its source. */
    static List<Class<?>> bundles() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Messages.java"))
                    .<Class<?>>map(MessageTexts::type)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> english(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods())
                .collect(Collectors.toMap(
                        method -> method.getName(),
                        method -> method.getAnnotation(Message.class).value(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    static Map<String, String> french(Class<?> bundle) {
        String name = "messages/" + bundle.getAnnotation(MessageBundle.class).value() + "_fr.properties";
        Properties read = new Properties();
        try (var in = MessageTexts.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty));
    }

    /** Sentences that differ between the languages in more than their words; empty when all is well. */
    static List<String> faults(Map<String, String> english, Map<String, String> french) {
        Stream<String> missing = english.keySet().stream()
                .filter(key -> !french.containsKey(key))
                .map(key -> key + ": no French text");
        Stream<String> left = french.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .map(key -> key + ": no such message");
        Stream<String> unequal = english.keySet().stream()
                .filter(french::containsKey)
                .flatMap(key -> faults(key, String.valueOf(english.get(key)), String.valueOf(french.get(key))));
        return Stream.of(missing, left, unequal).flatMap(s -> s).toList();
    }

    private static Stream<String> faults(String key, String english, String french) {
        Stream.Builder<String> faults = Stream.builder();
        if (!placeholders(english).equals(placeholders(french))) {
            faults.add(key + ": other placeholders in French");
        }
        if (english.equals(french) && english.replaceAll(PLACEHOLDER, "").matches(".*\\p{L}{3,}.*\\s.*\\p{L}{3,}.*")) {
            faults.add(key + ": the French text is the English one");
        }
        return faults.build();
    }

    private static List<String> placeholders(String text) {
        return java.util.regex.Pattern.compile(PLACEHOLDER)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static Class<?> type(Path file) {
        String name = Path.of("src/main/java").relativize(file).toString();
        try {
            return Class.forName(name.substring(0, name.length() - ".java".length())
                    .replace('/', '.')
                    .replace('\\', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
