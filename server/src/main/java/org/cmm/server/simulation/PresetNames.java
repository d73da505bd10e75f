package org.cmm.server.simulation;

import static java.util.Map.entry;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cmm.server.access.Language;

/**
 * Names that stand for themselves in files and results, and are shown in the reader's language. Whatever else people
 * call things is shown as it is.
 */
final class PresetNames {

    private static final Map<String, Function<PresetMessages, String>> NAMES = Map.ofEntries(
            entry("school-lab", PresetMessages::schoolLab),
            entry("town-hall", PresetMessages::townHall),
            entry("data-room", PresetMessages::dataRoom),
            entry("hospital", PresetMessages::hospital),
            entry("ministry", PresetMessages::ministry),
            entry("school", PresetMessages::school),
            entry("head-office", PresetMessages::headOffice),
            entry("field-office", PresetMessages::fieldOffice),
            entry("pc", PresetMessages::pc),
            entry("server", PresetMessages::server),
            entry("hard-disk", PresetMessages::hardDisk),
            entry("power-supply", PresetMessages::powerSupply),
            entry("fan", PresetMessages::fan),
            entry("memory-module", PresetMessages::memoryModule),
            entry("system-hang", PresetMessages::systemHang),
            entry("disk-filling", PresetMessages::diskFilling),
            entry("memory-leak", PresetMessages::memoryLeak),
            entry("cpu-runaway", PresetMessages::cpuRunaway),
            entry("overheating", PresetMessages::overheating),
            entry("battery", PresetMessages::battery),
            entry("reactive", PresetMessages::reactive),
            entry("periodic", PresetMessages::periodic),
            entry("condition-based", PresetMessages::conditionBased),
            entry("mixed", PresetMessages::mixed));

    private static final Map<String, Function<PresetMessages, String>> ABOUT = Map.of(
            "school-lab", PresetMessages::schoolLabAbout,
            "town-hall", PresetMessages::townHallAbout,
            "data-room", PresetMessages::dataRoomAbout,
            "hospital", PresetMessages::hospitalAbout,
            "ministry", PresetMessages::ministryAbout);

    private final PresetMessages messages;

    private PresetNames(PresetMessages messages) {
        this.messages = messages;
    }

    static PresetNames of(Language language) {
        return new PresetNames(MessageBundles.get(PresetMessages.class, Localized.Literal.of(language.code())));
    }

    /** The name as people read it. */
    String shown(String name) {
        return Optional.ofNullable(NAMES.get(name))
                .map(word -> word.apply(messages))
                .orElse(name);
    }

    /** The name that somebody typed as it is kept: what reads as a known one is that one. */
    String kept(String typed) {
        return NAMES.entrySet().stream()
                .filter(name -> name.getValue().apply(messages).equals(typed.strip()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(typed);
    }

    String about(String preset) {
        return Optional.ofNullable(ABOUT.get(preset))
                .map(word -> word.apply(messages))
                .orElse("");
    }
}
