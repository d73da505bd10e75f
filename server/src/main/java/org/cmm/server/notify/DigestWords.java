package org.cmm.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cmm.core.alert.Severity;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Spelling;

/** Many notices for one person as one: what is still wrong, what is over, each incident once by its newest notice. */
final class DigestWords {

    private static final int MOST_LINES = 15;
    private static final int MOST_BRIEF = 2;

    private final ZoneId zone;

    DigestWords(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The digest, without a number yet.
     *
     * @param members at least one, the oldest first; digests among them have been replaced by what they held
     * @param attempts how often what it replaces was tried
     */
    Notice digest(List<Notice> members, int attempts, Instant now) {
        Notice newest = members.getLast();
        List<Notice> latest = latestOfEach(members);
        List<Notice> wrong = latest.stream()
                .filter(notice -> notice.kind() != NoticeKind.RECOVERY)
                .sorted(Comparator.comparing((Notice notice) -> Spelling.stored(Severity.class, notice.severity()))
                        .reversed())
                .toList();
        List<Notice> over = latest.stream()
                .filter(notice -> notice.kind() == NoticeKind.RECOVERY)
                .toList();
        Severity worst = wrong.stream()
                .map(notice -> Spelling.stored(Severity.class, notice.severity()))
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
        return new Notice(
                0,
                UUID.randomUUID(),
                0,
                newest.user(),
                newest.channel(),
                newest.address(),
                NoticeKind.DIGEST,
                Spelling.of(worst),
                newest.language(),
                text(members, wrong, over, now),
                "{\"digest\": true, \"notices\": %d}".formatted(members.size()),
                members.getFirst().happenedAt(),
                now,
                members.stream()
                        .map(Notice::expiresAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                attempts);
    }

    private static List<Notice> latestOfEach(List<Notice> members) {
        Map<Long, Notice> latest = new LinkedHashMap<>();
        members.forEach(notice -> latest.put(notice.incident(), notice));
        return List.copyOf(latest.values());
    }

    /** About one incident the newest notice says everything. */
    private NoticeText text(List<Notice> members, List<Notice> wrong, List<Notice> over, Instant now) {
        if (wrong.size() + over.size() == 1) {
            return members.getLast().text();
        }
        NoticeWords words = new NoticeWords(members.getLast().language());
        NoticeMessages messages = words.messages();
        Figures figures = words.figures(zone);
        String title = messages.digestTitle(
                figures.count(members.size()), figures.count(wrong.size()), figures.count(over.size()));
        List<String> lines = new ArrayList<>();
        lines.add(messages.digestWaited(
                figures.duration(Duration.between(members.getFirst().happenedAt(), now))));
        add(lines, messages.digestWrong(), wrong, words);
        add(lines, messages.digestOver(), over, words);
        List<String> brief = new ArrayList<>(List.of(title));
        wrong.stream()
                .limit(MOST_BRIEF)
                .forEach(notice -> brief.add(notice.text().title()));
        return new NoticeText(title, String.join("\n", lines), String.join("; ", brief));
    }

    private void add(List<String> lines, String head, List<Notice> notices, NoticeWords words) {
        if (notices.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(head);
        notices.stream()
                .limit(MOST_LINES)
                .forEach(notice -> lines.add("- " + notice.text().title() + " · "
                        + words.figures(zone).moment(notice.happenedAt())));
        if (notices.size() > MOST_LINES) {
            lines.add(words.messages().digestMore(words.figures(zone).count(notices.size() - MOST_LINES)));
        }
    }
}
