package org.cmm.server.alert;

/**
 * An alert on a page, in the words of one language and the zone of its site.
 *
 * @param kind its look: {@code critical}, {@code warning}, {@code info} or {@code silent}
 * @param server code of the server
 * @param site name; empty where there is none
 * @param rule the rule in words
 * @param part which of the machine's parts; empty for the whole machine
 * @param level what the value is held against; may be empty
 * @param since when it was raised
 * @param lasted how long it has lasted, or lasted until it was over
 * @param raisedAt seconds since 1970
 * @param unknown whether its machine is silent, so that nobody knows whether it still is so
 * @param drill number of the drill that brought it about; 0 where none did
 * @param end when and why it was over; empty while it is open
 */
public record AlertRow(
        long id,
        String kind,
        String server,
        String serverName,
        String site,
        String rule,
        String part,
        String value,
        String level,
        String since,
        String lasted,
        long raisedAt,
        boolean unknown,
        int drill,
        String end) {}
