package org.cmm.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** A language that every page exists in. */
public enum Language {
    @JsonProperty("en")
    ENGLISH("en"),
    @JsonProperty("fr")
    FRENCH("fr");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The language's ISO 639-1 code. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** The language with this code, if CMM speaks it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** What an {@code Accept-Language} header likes best of what CMM speaks; unreadable headers like nothing. */
    static Optional<Language> preferred(String header) {
        try {
            List<String> codes =
                    Locale.lookupTag(LanguageRange.parse(header), List.of("en", "fr")) instanceof String found
                            ? List.of(found)
                            : List.of();
            return codes.stream().findFirst().flatMap(Language::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
