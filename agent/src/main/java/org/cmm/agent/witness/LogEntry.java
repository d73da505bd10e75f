package org.cmm.agent.witness;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One event of Windows' log.
 *
 * @param record its number in the log
 * @param source who wrote it, such as {@code Microsoft-Windows-Kernel-Power}
 * @param data by name; those that have none by their place from 1, as {@code param1}
 */
record LogEntry(long record, String source, int id, long atMillis, Map<String, String> data) {
    private static final Pattern RECORD = Pattern.compile("<EventRecordID>(\\d{1,18})</EventRecordID>");
    private static final Pattern SOURCE = Pattern.compile("<Provider [^>]*?Name=['\"]([^'\"]*)['\"]");
    private static final Pattern ID = Pattern.compile("<EventID[^>]*>(\\d{1,9})</EventID>");
    private static final Pattern TIME = Pattern.compile("<TimeCreated SystemTime=['\"]([^'\"]*)['\"]");
    private static final Pattern DATA = Pattern.compile("<Data(?: Name=['\"]([^'\"]*)['\"])?>([^<]*)</Data>");

    LogEntry {
        data = Map.copyOf(data);
    }

    /** Reads the XML that Windows makes of an event; nothing when something that every event has is missing. */
    static Optional<LogEntry> read(String xml) {
        Optional<String> record = first(RECORD, xml);
        Optional<String> source = first(SOURCE, xml);
        Optional<String> id = first(ID, xml);
        Optional<Long> at = first(TIME, xml).flatMap(LogEntry::millis);
        if (record.isEmpty() || source.isEmpty() || id.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LogEntry(
                Long.parseLong(record.get()), source.get(), Integer.parseInt(id.get()), at.get(), data(xml)));
    }

    /** A time as the log writes it, with nine decimals and a Z. */
    static Optional<Long> millis(String time) {
        try {
            return Optional.of(Instant.parse(time).toEpochMilli());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> data(String xml) {
        var data = new TreeMap<String, String>();
        Matcher matcher = DATA.matcher(xml);
        for (int place = 1; matcher.find(); place++) {
            String name = matcher.group(1);
            data.put(name == null ? "param" + place : name, matcher.group(2).strip());
        }
        return data;
    }

    private static Optional<String> first(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
