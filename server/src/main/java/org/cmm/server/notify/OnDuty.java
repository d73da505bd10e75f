package org.cmm.server.notify;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;
import org.cmm.server.incident.DutySource;
import org.cmm.server.incident.Scope;
import org.cmm.server.platform.Figures;
import org.jdbi.v3.core.Jdbi;

/** Who has the week, and the steps that wait for those who do not acknowledge, for the page of an incident. */
@Singleton
class OnDuty implements DutySource {

    private final Jdbi jdbi;
    private final IncidentFindings findings;
    private final OnCallNames names;

    OnDuty(Jdbi jdbi, IncidentFindings findings, OnCallNames names) {
        this.jdbi = jdbi;
        this.findings = findings;
        this.names = names;
    }

    @Override
    public List<Duty> at(Scope scope, Severity severity, Instant now, Language language) {
        OnCallMessages words = MessageBundles.get(OnCallMessages.class, Localized.Literal.of(language.code()));
        return jdbi.withHandle(db -> {
            List<Group> groups = Groups.all(db);
            List<Duty> duties = new ArrayList<>();
            groups.stream()
                    .filter(Group::rotates)
                    .forEach(group -> duties.add(new Duty(group.name(), told(group, now, words))));
            Figures figures = Figures.of(language.locale(), ZoneId.of("UTC"));
            EscalationSteps.of(EscalationSteps.all(db), findings.site(scope), severity)
                    .forEach(step -> duties.add(new Duty(
                            words.unacknowledged(figures.duration(step.after())), target(step, groups, now, words))));
            return duties;
        });
    }

    private String target(EscalationStep step, List<Group> groups, Instant now, OnCallMessages words) {
        return step.user()
                .map(names::name)
                .or(() -> step.group()
                        .flatMap(id -> groups.stream()
                                .filter(group -> group.id() == id)
                                .findFirst())
                        .map(group -> told(group, now, words) + " (" + group.name() + ")"))
                .orElse("");
    }

    private String told(Group group, Instant now, OnCallMessages words) {
        return Optional.of(names.names(group.reached(now)))
                .filter(people -> !people.isEmpty())
                .map(people -> String.join(", ", people))
                .orElseGet(words::nobody);
    }
}
