package org.cmm.server.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of alerts, as its template knows it.
 *
 * @param older cursor of the alerts that follow; empty at the end
 * @param first whether this is the newest stretch
 */
record AlertPage(AlertChoice choice, List<AlertRow> open, List<AlertRow> cleared, String older, boolean first) {

    /** What was chosen in the address; an empty text is any. */
    record AlertChoice(String state, String severity, String server) {

        /** The address with another state. */
        public String inState(String other) {
            return address(other, severity, server, "");
        }

        public String withSeverity(String other) {
            return address(state, other, server, "");
        }

        public String everyMachine() {
            return address(state, severity, "", "");
        }

        public String olderThan(String cursor) {
            return address(state, severity, server, cursor);
        }

        public boolean narrows() {
            return !severity.isEmpty() || !server.isEmpty();
        }

        private static String address(String state, String severity, String server, String cursor) {
            String query = Stream.of(
                            part("state", state.equals("all") ? "" : state),
                            part("severity", severity),
                            part("server", server),
                            part("cursor", cursor))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? "/alerts" : "/alerts?" + query;
        }

        /** Codes, words and numbers need no escaping. */
        private static Optional<String> part(String name, String value) {
            return value.isEmpty() ? Optional.empty() : Optional.of(name + "=" + value);
        }
    }

    public boolean showsOpen() {
        return first && !choice.state().equals("cleared");
    }

    public boolean showsCleared() {
        return !choice.state().equals("open");
    }
}
