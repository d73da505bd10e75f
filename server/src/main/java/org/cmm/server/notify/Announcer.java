package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cmm.protocol.ProcessLine;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;

/** Turns happenings into notices in the outbox, one for each person and channel, within the caller's transaction. */
@Singleton
class Announcer {

    /** What comes later than this after it was due tells nobody anything. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final Recipients recipients;
    private final Holidays holidays;
    private final ObjectMapper json;

    Announcer(Recipients recipients, Holidays holidays, ObjectMapper json) {
        this.recipients = recipients;
        this.holidays = holidays;
        this.json = json;
    }

    /** Puts everybody's notices into the outbox; telling twice leaves what telling once does. */
    int tell(Handle db, List<Happening> happenings, Instant now) {
        if (happenings.isEmpty()) {
            return 0;
        }
        Map<Integer, Recipient> people = new LinkedHashMap<>();
        recipients.all(db).forEach(recipient -> people.put(recipient.user(), recipient));
        Predicate<LocalDate> quietDay = holidays.quietDay(db);
        int told = 0;
        for (Happening happening : happenings) {
            List<NoticeDraft> drafts = happening.what().isRecovery()
                    ? recoveries(db, happening, people, quietDay, now)
                    : raises(happening, people, quietDay, now);
            told += put(db, drafts, now);
        }
        return told;
    }

    /** An escalation is told whatever the person's severities, sites and quiet hours are: they are next in turn. */
    int escalate(Handle db, Happening happening, int step, Recipient next, Duration waited, Instant now) {
        NoticeText text = new NoticeWords(next.preference().language()).text(happening, Optional.of(waited));
        List<NoticeDraft> drafts = new ArrayList<>();
        next.addresses()
                .forEach((channel, address) -> drafts.add(
                        draft(happening, step, next, new Way(channel, address), NoticeKind.ESCALATION, text, now)));
        return put(db, drafts, now);
    }

    private static int put(Handle db, List<NoticeDraft> drafts, Instant now) {
        int put = 0;
        for (NoticeDraft draft : drafts) {
            if (NoticeTable.insert(db, draft, now)) {
                NoticeTable.hurry(db, draft, now);
                put++;
            }
        }
        return put;
    }

    private List<NoticeDraft> raises(
            Happening happening, Map<Integer, Recipient> people, Predicate<LocalDate> quietDay, Instant now) {
        List<NoticeDraft> drafts = new ArrayList<>();
        for (Recipient person : people.values()) {
            if (!person.preference()
                    .wants(happening.severity(), happening.place().site())) {
                continue;
            }
            Instant due = person.preference().due(happening.severity(), now, quietDay);
            NoticeText text = new NoticeWords(person.preference().language()).text(happening);
            person.addresses()
                    .forEach((channel, address) -> drafts.add(
                            draft(happening, 0, person, new Way(channel, address), NoticeKind.RAISE, text, due)));
        }
        return drafts;
    }

    /** Whoever was told of the beginning is told of the end, where they were told, whatever they wish by now. */
    private List<NoticeDraft> recoveries(
            Handle db,
            Happening happening,
            Map<Integer, Recipient> people,
            Predicate<LocalDate> quietDay,
            Instant now) {
        List<NoticeDraft> drafts = new ArrayList<>();
        for (NoticeTable.Told told : NoticeTable.told(db, happening.incident())) {
            Recipient person = people.get(told.user());
            if (person == null) {
                continue;
            }
            Instant due = person.preference().due(happening.severity(), now, quietDay);
            NoticeText text = new NoticeWords(person.preference().language()).text(happening);
            drafts.add(draft(
                    happening, 0, person, new Way(told.channel(), told.address()), NoticeKind.RECOVERY, text, due));
        }
        return drafts;
    }

    private record Way(int channel, String address) {}

    private NoticeDraft draft(
            Happening happening, int step, Recipient person, Way way, NoticeKind kind, NoticeText text, Instant due) {
        return new NoticeDraft(
                happening.event(),
                happening.incident(),
                step,
                person.user(),
                way.channel(),
                way.address(),
                kind,
                happening.severity(),
                person.preference().language(),
                text,
                facts(happening),
                happening.at(),
                due,
                due.plus(LIFE));
    }

    private String facts(Happening happening) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("incident", happening.incident());
        facts.put("event", happening.event());
        facts.put("what", Spelling.of(happening.what()));
        facts.put("severity", Spelling.of(happening.severity()));
        facts.put("at", happening.at().toString());
        facts.put("since", happening.since().toString());
        facts.put("drill", happening.drill());
        facts.put("site", happening.place().siteName());
        facts.put("machines", happening.place().several().machines());
        facts.put("of", happening.place().several().of());
        facts.put("names", happening.place().several().names());
        happening.place().machine().ifPresent(machine -> facts.put("server", machine.code()));
        facts.put("cause", happening.findings().cause());
        facts.put("confidence", happening.findings().certainty());
        facts.put(
                "processes",
                happening.findings().busiest().stream().map(ProcessLine::name).toList());
        facts.put(
                "troubles",
                happening.findings().troubles().stream().map(Announcer::facts).toList());
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In base units, as metrics have them. */
    private static Map<String, Object> facts(Happening.Trouble trouble) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("rule", trouble.rule());
        facts.put("subject", trouble.subject());
        facts.put("severity", Spelling.of(trouble.severity()));
        facts.put("value", trouble.value());
        facts.put("unit", Spelling.of(trouble.measure().unit()));
        trouble.level().ifPresent(level -> facts.put("level", level));
        trouble.perHour().ifPresent(change -> facts.put("perHour", change));
        return facts;
    }
}
