package org.cmm.agent.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was set and where, before anybody asked whether it makes sense. Unknown words become faults at once. */
final class Given {
    /**
     * One value.
     *
     * @param name as the person wrote it, for messages
     */
    record Value(String name, String text) {}

    private final Map<Key, Value> values = new EnumMap<>(Key.class);
    private final List<String> faults;
    private Optional<ConfigFile> file = Optional.empty();

    Given(List<String> faults) {
        this.faults = faults;
    }

    /** Takes a value over what an earlier source said. */
    void put(String prefix, String word, String text) {
        Key.of(word).ifPresentOrElse(key -> values.put(key, new Value(prefix + word, text)), () -> unknown(word));
    }

    void putVariable(String variable, String word, String text) {
        Key.of(word).ifPresentOrElse(key -> values.put(key, new Value(variable, text)), () -> unknown(variable));
    }

    /** Takes a file's values, which any later source overrides. */
    void putAll(ConfigFile from, Map<String, String> settings) {
        file = Optional.of(from);
        settings.forEach((word, text) -> put("", word, text));
    }

    /** The file that the token in force was read from, if it came from one. */
    Optional<ConfigFile> tokenIn() {
        boolean fromFile = value(Key.TOKEN)
                .filter(value -> value.name().equals(Key.TOKEN.word()))
                .isPresent();
        return fromFile ? file : Optional.empty();
    }

    Optional<Value> value(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    void unknown(String word) {
        String meant = NearestWord.of(word, Key.words())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("known are " + String.join(", ", Key.words()));
        faults.add("unknown key '%s': %s".formatted(word, meant));
    }
}
