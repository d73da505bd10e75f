package org.cmm.agent.link;

import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers by their name in small letters; of several with one name the last
 * @param body as text, cut off where it gets too long
 * @param keepsOpen whether the connection can take another request
 */
record Answer(int status, Map<String, String> headers, String body, boolean keepsOpen) {
    Answer {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
