package org.cmm.agent.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, with the words of the help text. */
enum Key {
    SERVER("URL", "where the CMM server answers, such as https://192.168.1.10:8443"),
    TOKEN("TOKEN", "enrols this machine; needed once, and taken out of the file of --config then"),
    TOKEN_FILE("FILE", "holds the token instead"),
    AUTHORITY("AUTHORITY", "who must vouch for the server: sha256:… from the enrolment page, or a file (PEM)"),
    DATA_DIRECTORY(
            "DIR",
            "keeps the spool and this machine's secret; default .cmm-agent in"
                    + " the home folder, on Windows CMM\\agent in the folder ProgramData"),
    SAVER("on|off", "saves traffic: a sample every 60s, a delivery every 5m and at once when something happens"),
    INTERVAL("TIME", "between two samples; default 10s, 60s with saver"),
    DELIVERY_INTERVAL("TIME", "between two deliveries; default 30s, 5m with saver"),
    SPOOL_SIZE("SIZE", "what the spool may hold while the server is away; default 128MiB"),
    SPOOL_AGE("TIME", "how long the spool keeps a sample; default 30d"),
    HOST_ROOT("DIR", "where the machine's own / is mounted, for an agent in a container; default /"),
    DRILLS("FAULTS", "what CMM may practise here: cpu,memory,disk,downtime or all; default off"),
    DRILL_LENGTH("TIME", "the longest drill; default 10m, at most 30m"),
    DRILL_STRENGTH("PERCENT", "of processors, memory or disk in use, at most; default 98%"),
    DRILL_FREE_MEMORY("SIZE", "what a drill leaves free, or it stops; default 512MiB"),
    DRILL_FREE_DISK("SIZE", "what a drill leaves free, or it stops; default 1GiB"),
    DRILL_FILE("SIZE", "the largest file of a disk drill; default 16GiB");

    private final String placeholder;
    private final String meaning;

    Key(String placeholder, String meaning) {
        this.placeholder = placeholder;
        this.meaning = meaning;
    }

    /** As in a file or, behind two dashes, on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String helpLine() {
        return "  --%-26s %s".formatted(word() + " " + placeholder, meaning);
    }

    static Optional<Key> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Key::word).toList();
    }
}
