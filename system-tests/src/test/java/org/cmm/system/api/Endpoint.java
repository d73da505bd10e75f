package org.cmm.system.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.system.Answer;
import org.cmm.system.Call;

/**
 * A line of the role table.
 *
 * @param welcome the statuses with which a call without content is answered to those who may
 */
record Endpoint(String method, String path, Guest least, Set<Integer> welcome) {

    /** Lines as {@code GET /api/v1/rules | viewer | 200}. */
    static List<Endpoint> read(String table) {
        List<Endpoint> lines = new ArrayList<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] columns = line.split("\\|");
            String[] address = columns[0].strip().split("\\s+");
            Guest least = Guest.valueOf(columns[1].strip().toUpperCase(java.util.Locale.ROOT));
            Set<Integer> welcome = Stream.of(columns[2].strip().split("\\s+"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            lines.add(new Endpoint(address[0], address[1], least, welcome));
        });
        return lines;
    }

    String address() {
        return method + " " + path;
    }

    /** A call that reaches the endpoint and means nothing to it: nothing has these names. */
    Call call() {
        String real = path.replace("{id}", "2000000000")
                .replace("{standIn}", "2000000000")
                .replace("{code}", "no-such-server")
                .replace("{session}", "00000000-0000-0000-0000-000000000000")
                .replace("{hash}", "0")
                .replace("{file}", "nothing")
                .replace("{list}", "nothing")
                .replace("{name}", "nothing");
        Call call = Call.of(method, real);
        if (isPage()) {
            return (method.equals("POST") ? call.form("") : call).header("Accept", "text/html, text/event-stream");
        }
        return method.equals("GET") || method.equals("DELETE") ? call : call.json("");
    }

    /** Pages lead strangers to the login; everything else answers with a status. */
    private boolean isPage() {
        return !path.startsWith("/api/") && !path.startsWith("/metrics");
    }

    /** What is wrong with this answer to this guest; empty when nothing is. */
    String fault(Guest guest, Answer answer) {
        if (guest.mayWhat(least)) {
            return welcome.contains(answer.status()) ? "" : "expected " + welcome + ": " + answer;
        }
        boolean known = guest.isPerson() && least.isPerson();
        if (isPage()) {
            boolean ledToLogin =
                    answer.status() == 303 && answer.header("Location").contains("/login?next=");
            return (known ? answer.status() == 403 : ledToLogin) ? "" : "expected the door: " + answer;
        }
        boolean inWords = answer.isProblem() || !path.startsWith("/api/");
        return answer.status() == (known ? 403 : 401) && inWords ? "" : "expected a refusal: " + answer;
    }
}
