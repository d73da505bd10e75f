package org.cmm.agent.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The language that somebody asked for, or the one of his surroundings. */
final class LanguageFlag {
    private static final String FLAG = "--language";

    private final List<String> faults;
    private Locale chosen = Locale.getDefault();

    LanguageFlag(List<String> faults) {
        this.faults = faults;
    }

    /** The arguments without the flag. */
    List<String> takenFrom(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        int flag = rest.indexOf(FLAG);
        if (flag >= 0) {
            rest.remove(flag);
            choose(flag < rest.size() ? rest.remove(flag) : "");
        }
        return rest;
    }

    private void choose(String word) {
        if (List.of("en", "fr").contains(word)) {
            chosen = Locale.forLanguageTag(word);
            return;
        }
        faults.add("%s '%s': must be en or fr".formatted(FLAG, word));
    }

    Locale chosen() {
        return chosen;
    }
}
