package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cmm.core.history.Tier;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** For how many days each tier is kept, as administrators set it. */
@Singleton
class KeptDays {

    static final int MOST = 36_525;

    private final Jdbi jdbi;
    private final AuditLog audit;

    KeptDays(Jdbi jdbi, AuditLog audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /** The setting of every tier. */
    record Setting(Map<Tier, Integer> days) {

        Setting {
            days = new EnumMap<>(days);
        }

        int of(Tier tier) {
            return Objects.requireNonNull(days.get(tier));
        }

        /** What is wrong with it: a coarser tier tells of what the finer ones have let go, so it is kept as long. */
        List<FieldFault> faults() {
            List<FieldFault> faults = new ArrayList<>();
            for (Tier tier : Tier.values()) {
                int kept = of(tier);
                if (kept < 1 || kept > MOST) {
                    faults.add(new FieldFault(
                            Retention.word(tier), "a tier is kept for 1 to %d days, was %d".formatted(MOST, kept)));
                } else if (tier.finer().map(finer -> of(finer) > kept).orElse(false)) {
                    faults.add(new FieldFault(
                            Retention.word(tier),
                            "'%s' must be kept at least as long as '%s'"
                                    .formatted(
                                            Retention.word(tier),
                                            Retention.word(tier.finer().orElseThrow()))));
                }
            }
            return faults;
        }

        /** By the tiers' words. */
        SortedMap<String, Integer> byWord() {
            SortedMap<String, Integer> words = new TreeMap<>();
            days.forEach((tier, kept) -> words.put(Retention.word(tier), kept));
            return words;
        }
    }

    Setting now() {
        return jdbi.withHandle(KeptDays::read);
    }

    /**
     * Sets all of them, and writes down who did so. What is too old by then goes within minutes.
     *
     * @throws org.cmm.server.platform.ProblemException when it cannot be so
     */
    void set(Setting wanted) {
        List<FieldFault> faults = wanted.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        jdbi.useTransaction(db -> {
            db.execute("SELECT 1 FROM history_retention FOR UPDATE");
            Setting before = read(db);
            if (before.equals(wanted)) {
                return;
            }
            wanted.byWord()
                    .forEach((tier, days) ->
                            db.execute("UPDATE history_retention SET days = ? WHERE tier = ?", days, tier));
            audit.record(db, "history.retention", "history", before.byWord(), wanted.byWord());
        });
    }

    private static Setting read(Handle db) {
        Map<Tier, Integer> days = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            days.put(tier, (int) Retention.of(db, tier).toDays());
        }
        return new Setting(days);
    }
}
