package org.cmm.server.alert;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.access.Language;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.platform.Figures;

/** Rules in the words of one language. */
final class RuleWords {

    private final RuleMessages messages;
    private final Figures figures;

    RuleWords(Language language, Figures figures) {
        this.messages = MessageBundles.get(RuleMessages.class, Localized.Literal.of(language.code()));
        this.figures = figures;
    }

    RuleMessages messages() {
        return messages;
    }

    /** {@code low value · battery charge}. */
    String about(Look look) {
        String kind = kind(look);
        return look.metric().isEmpty()
                        || look.kind().equals(KindRow.RESTART)
                        || look.kind().equals(KindRow.DISK_FULL)
                ? kind
                : kind + " · " + metric(look.metric());
    }

    private String kind(Look look) {
        boolean low = look.side().equals("low");
        return switch (look.kind()) {
            case KindRow.THRESHOLD -> low ? messages.kindLow() : messages.kindHigh();
            case KindRow.RATE -> low ? messages.kindFall() : messages.kindRise();
            case KindRow.NO_DATA -> messages.kindNoData();
            case KindRow.HABIT -> low ? messages.kindUnusuallyLow() : messages.kindUnusuallyHigh();
            case KindRow.DISK_FULL -> messages.kindDiskFull();
            case KindRow.RESTART -> messages.kindRestart();
            default -> messages.kindSilence();
        };
    }

    /** A metric as people call it; its name when CMM does not know it. */
    String metric(String name) {
        return switch (name) {
            case "system.cpu.utilization" -> messages.metricCpu();
            case "system.cpu.load_average.1m" -> messages.metricLoad();
            case "system.memory.utilization" -> messages.metricMemory();
            case "system.memory.usage" -> messages.metricMemoryBytes();
            case "system.memory.limit" -> messages.metricMemorySize();
            case "system.paging.utilization" -> messages.metricPaging();
            case "system.filesystem.utilization" -> messages.metricDisk();
            case "system.filesystem.usage" -> messages.metricDiskBytes();
            case "system.filesystem.limit" -> messages.metricDiskSize();
            case "system.disk.io.rate" -> messages.metricDiskRate();
            case "system.network.io.rate" -> messages.metricNetworkRate();
            case "system.uptime" -> messages.metricUptime();
            case "hw.battery.charge" -> messages.metricBattery();
            case "hw.status" -> messages.metricHardware();
            case "system.process.count" -> messages.metricProcesses();
            case "cmm.agent.spool.dropped" -> messages.metricDropped();
            default -> name;
        };
    }

    String scope(RuleScope scope, String name) {
        return switch (scope) {
            case RuleScope.Fleet _ -> messages.fleet();
            case RuleScope.OfSite _ -> messages.ofSite(name);
            case RuleScope.OfTag _ -> messages.ofTag(name);
            case RuleScope.OfServer _ -> messages.ofMachine(name);
        };
    }

    /** {@code 85 %, 95 % · after 10 min}. */
    String levels(Condition condition) {
        return switch (condition) {
            case Condition.OnSilence(SilenceRule rule) -> messages.after(DurationText.write(rule.after()));
            case Condition.OnMetric(Rule rule) ->
                rule.levels().stream().map(level -> level(rule, level)).collect(Collectors.joining(", "))
                        + (rule.timing().raiseAfter().isZero()
                                ? ""
                                : " · "
                                        + messages.after(
                                                figures.duration(rule.timing().raiseAfter())));
        };
    }

    private String level(Rule rule, Level level) {
        String amount = RuleFigures.write(
                Optional.of(rule.kind()), rule.metric(), KindRow.turned(rule.kind(), level.raiseAt()), figures);
        return Double.isInfinite(level.freeAtMost()) ? amount : amount + " (" + figures.bytes(level.freeAtMost()) + ")";
    }
}
