package org.cmm.server.notify;

import java.util.Map;

/**
 * A person who may be told.
 *
 * @param addresses where, by the number of the channel
 */
record Recipient(int user, String name, Preference preference, Map<Integer, String> addresses) {

    Recipient {
        addresses = Map.copyOf(addresses);
    }
}
