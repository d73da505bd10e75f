package org.cmm.server.access;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The audit log's actions and their kinds in words. */
final class AuditWords {

    private static final Map<String, Function<AuditMessages, String>> ACTIONS = Map.ofEntries(
            entry("api-token.create", AuditMessages::createApiToken),
            entry("api-token.revoke", AuditMessages::revokeApiToken),
            entry("certificate.add-name", AuditMessages::addName),
            entry("demo.add", AuditMessages::addDemo),
            entry("demo.remove", AuditMessages::removeDemo),
            entry("enrolment.create", AuditMessages::createToken),
            entry("enrolment.revoke", AuditMessages::revokeToken),
            entry("login.accept", AuditMessages::logIn),
            entry("login.refuse", AuditMessages::failLogIn),
            entry("registration.change", AuditMessages::changeRegistration),
            entry("server.change", AuditMessages::changeServer),
            entry("server.create", AuditMessages::createServer),
            entry("server.restore", AuditMessages::restoreServer),
            entry("server.retire", AuditMessages::retireServer),
            entry("server.mark-test", AuditMessages::markTest),
            entry("server.unmark-test", AuditMessages::unmarkTest),
            entry("drill.order", AuditMessages::orderDrill),
            entry("drill.stop", AuditMessages::stopDrill),
            entry("session.end", AuditMessages::endSession),
            entry("session.end-all", AuditMessages::endSessions),
            entry("session.end-stolen", AuditMessages::endStolen),
            entry("site.change", AuditMessages::changeSite),
            entry("site.create", AuditMessages::createSite),
            entry("site.remove", AuditMessages::removeSite),
            entry("user.approve", AuditMessages::approveUser),
            entry("user.change-password", AuditMessages::changePassword),
            entry("user.change-profile", AuditMessages::changeProfile),
            entry("user.change-role", AuditMessages::changeRole),
            entry("user.create", AuditMessages::createUser),
            entry("user.create-first", AuditMessages::createFirst),
            entry("user.disable", AuditMessages::disableUser),
            entry("user.enable", AuditMessages::enableUser),
            entry("user.password-link", AuditMessages::makeLink),
            entry("user.register", AuditMessages::register),
            entry("user.register-taken", AuditMessages::registerTaken),
            entry("user.set-password", AuditMessages::setPassword),
            entry("user.turn-down", AuditMessages::turnDown),
            entry("rule.change", AuditMessages::changeRule),
            entry("rule.create", AuditMessages::createRule),
            entry("rule.delete", AuditMessages::deleteRule),
            entry("rule.reset", AuditMessages::resetRule),
            entry("outage.correct", AuditMessages::correctOutage),
            entry("outage.withdraw", AuditMessages::withdrawOutage),
            entry("channel.create", AuditMessages::createChannel),
            entry("channel.change", AuditMessages::changeChannel),
            entry("channel.remove", AuditMessages::removeChannel),
            entry("channel.test", AuditMessages::testChannel),
            entry("notices.change", AuditMessages::changeNotices),
            entry("on-call.create", AuditMessages::createGroup),
            entry("on-call.change", AuditMessages::changeGroup),
            entry("on-call.remove", AuditMessages::removeGroup),
            entry("on-call.stand-in", AuditMessages::addStandIn),
            entry("on-call.end-stand-in", AuditMessages::endStandIn),
            entry("escalation.add", AuditMessages::addStep),
            entry("escalation.remove", AuditMessages::removeStep),
            entry("holiday.add", AuditMessages::addHoliday),
            entry("holiday.date", AuditMessages::dateHoliday),
            entry("holiday.remove", AuditMessages::removeHoliday),
            entry("experiment.run", AuditMessages::runExperiment),
            entry("experiment.study", AuditMessages::studyExperiment),
            entry("experiment.cancel", AuditMessages::cancelExperiment),
            entry("experiment.remove", AuditMessages::removeExperiment),
            entry("experiment.restore", AuditMessages::restoreExperiment),
            entry("history.retention", AuditMessages::setRetention),
            entry("alert.close", AuditMessages::closeAlert));

    /** Beginnings of actions, which are what a filter takes. */
    private static final List<Map.Entry<String, Function<AuditMessages, String>>> KINDS = List.of(
            entry("user.", AuditMessages::kindUsers),
            entry("login.", AuditMessages::kindLogins),
            entry("session.", AuditMessages::kindSessions),
            entry("api-token.", AuditMessages::kindApiTokens),
            entry("server.", AuditMessages::kindServers),
            entry("site.", AuditMessages::kindSites),
            entry("enrolment.", AuditMessages::kindEnrolment),
            entry("rule.", AuditMessages::kindRules),
            entry("drill.", AuditMessages::kindDrills),
            entry("alert.", AuditMessages::kindAlerts),
            entry("outage.", AuditMessages::kindOutages),
            entry("channel.", AuditMessages::kindChannels),
            entry("notices.", AuditMessages::kindNotices),
            entry("on-call.", AuditMessages::kindOnCall),
            entry("escalation.", AuditMessages::kindEscalation),
            entry("holiday.", AuditMessages::kindHolidays),
            entry("history.", AuditMessages::kindHistory),
            entry("demo.", AuditMessages::kindDemo),
            entry("experiment.", AuditMessages::kindExperiments),
            entry("registration.", AuditMessages::kindRegistration),
            entry("certificate.", AuditMessages::kindCertificate));

    private final AuditMessages messages;

    AuditWords(AuditMessages messages) {
        this.messages = messages;
    }

    /** A kind of action, to choose from. */
    record Kind(String start, String word) {}

    /** What somebody did; an action that has no words yet is named as the log names it. */
    String of(String action) {
        return Optional.ofNullable(ACTIONS.get(action))
                .map(sentence -> sentence.apply(messages))
                .orElse(action);
    }

    List<Kind> kinds() {
        return KINDS.stream()
                .map(kind -> new Kind(kind.getKey(), kind.getValue().apply(messages)))
                .toList();
    }
}
