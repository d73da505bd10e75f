package org.cmm.server.simulation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.simulation.Fidelity;
import org.cmm.server.simulation.ExperimentFile.Read;

/** Reads an experiment's file as a whole. */
final class FileReader {

    /** A Monday. */
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST_KINDS = 200;
    private static final int MOST_SOURCES = 2_000;
    private static final double FINEST = 1e-4;
    private static final Pattern SOURCE = Pattern.compile("[SRAC]( \\P{Cntrl}{1,300})?");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private FileReader() {}

    /** Any JSON, if it is that; nothing is made of numbers yet. */
    static Optional<JsonNode> tree(String json, Faults faults) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > ExperimentFile.MOST_BYTES) {
            String[] about = {Integer.toString(ExperimentFile.MOST_BYTES), Integer.toString(bytes)};
            faults.add("", FaultKind.TOO_LARGE, about);
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(json)) {
            Optional<JsonNode> tree = Optional.ofNullable(JSON.readTree(parser));
            if (tree.isEmpty()) {
                faults.add("", FaultKind.NOT_JSON, "∅");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String where = Optional.ofNullable(e.getLocation())
                    .map(at -> "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            faults.add("", FaultKind.NOT_JSON, where + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            faults.add("", FaultKind.NOT_JSON, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    static Read read(String json) {
        Faults faults = new Faults();
        return tree(json, faults).map(node -> read(node, faults)).orElseGet(() -> new Read.Faulty(faults.all()));
    }

    static Read read(JsonNode node, Faults faults) {
        Optional<ExperimentFile> file = file(new Fields(node, "", faults));
        file.ifPresent(read -> checkSources(read, faults));
        return faults.count() > 0 ? new Read.Faulty(faults.all()) : new Read.Sound(file.orElseThrow());
    }

    private static Optional<ExperimentFile> file(Fields fields) {
        long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
        int replications =
                fields.whole("replications", 2, ExperimentFile.MOST_REPLICATIONS, ExperimentFile.USUAL_REPLICATIONS);
        OptionalDouble halfWidth = halfWidth(fields);
        Fidelity fidelity = fields.choice("fidelity", Fidelity.DELAYS);
        Map<String, String> sources = sources(fields);
        Optional<Scenario> scenario = scenario(fields);
        return fields.build(
                () -> new ExperimentFile(scenario.orElseThrow(), seed, replications, halfWidth, fidelity, sources));
    }

    private static OptionalDouble halfWidth(Fields fields) {
        if (!fields.has("half-width")) {
            return OptionalDouble.empty();
        }
        double share = fields.share("half-width", FINEST);
        if (share < FINEST) {
            fields.faults()
                    .add(fields.path("half-width"), FaultKind.AT_LEAST, Numbers.text(FINEST), Numbers.text(share));
        }
        return OptionalDouble.of(share);
    }

    private static Map<String, String> sources(Fields fields) {
        Map<String, String> sources = new HashMap<>();
        fields.object("sources", object -> {
            List<String> paths = object.names();
            if (paths.size() > MOST_SOURCES) {
                object.fault(FaultKind.COUNT, "0", Integer.toString(MOST_SOURCES), Integer.toString(paths.size()));
                return Optional.empty();
            }
            for (String path : paths) {
                String text = object.text(path, 310);
                if (SOURCE.matcher(text).matches()) {
                    sources.put(path, text);
                } else if (!text.isEmpty()) {
                    object.faults().add(object.path(path), FaultKind.NOT_SOURCE, "'" + Numbers.cut(text) + "'");
                }
            }
            return Optional.empty();
        });
        return sources;
    }

    private static Optional<Scenario> scenario(Fields fields) {
        int before = fields.faults().count();
        String name = fields.text("name", 120);
        LocalDateTime start = fields.parsed("start", START, FaultKind.NOT_MOMENT, FileReader::moment);
        Duration warmUp = fields.time("warm-up", Duration.ZERO);
        Duration length = fields.has("length") ? fields.positiveTime("length") : YEAR;
        List<MachineKind> machines = fields.list("machines", 1, MOST_KINDS, WorldReader::machine);
        List<SiteKind> sites = fields.list("sites", 1, MOST_KINDS, WorldReader::site);
        Optional<Crew> crew = fields.object("crew", WorldReader::crew);
        Optional<Reporting> reporting = fields.object("reporting", WorldReader::reporting);
        Optional<Monitoring> monitoring = fields.object("monitoring", MonitoringReader::monitoring);
        List<Policy> policies = fields.list("policies", 1, Scenario.MOST_POLICIES, PolicyReader::policy);
        Names.requireDistinct(fields, "machines", machines, MachineKind::name);
        Names.requireDistinct(fields, "sites", sites, SiteKind::name);
        Names.requireDistinct(fields, "policies", policies, Policy::name);
        if (fields.faults().count() == before) {
            requireKnown(fields, machines, sites, policies);
        }
        if (fields.faults().count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Scenario(
                    name,
                    start,
                    warmUp,
                    length,
                    sites,
                    machines,
                    crew.orElse(Crew.IDEAL),
                    reporting.orElse(Reporting.AT_ONCE),
                    monitoring.orElse(Monitoring.DEFAULTS),
                    policies));
        } catch (IllegalArgumentException e) {
            fields.fault(FaultKind.RULED_OUT, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void requireKnown(
            Fields fields, List<MachineKind> machines, List<SiteKind> sites, List<Policy> policies) {
        Set<String> kinds = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        machines.forEach(machine -> {
            kinds.add(machine.name());
            machine.parts().forEach(part -> parts.add(part.name()));
        });
        for (int index = 0; index < sites.size(); index++) {
            String path = "sites[%d].machines".formatted(index);
            sites.get(index).machines().forEach(stand -> requireKnown(fields, path, stand.kind(), kinds));
        }
        for (int index = 0; index < policies.size(); index++) {
            String path = "policies[%d].by-part".formatted(index);
            policies.get(index).byPart().keySet().forEach(part -> requireKnown(fields, path, part, parts));
        }
    }

    private static void requireKnown(Fields fields, String path, String name, Set<String> known) {
        if (!known.contains(name)) {
            fields.faults().add(path, FaultKind.NO_SUCH, name, String.join(", ", known));
        }
    }

    /** Sources must be of parameters that there are, so that none is left over of what was renamed. */
    private static void checkSources(ExperimentFile file, Faults faults) {
        Set<String> paths = new HashSet<>();
        FileWriter.paths(FileWriter.write(file), "", paths);
        file.sources().keySet().forEach(path -> {
            if (!paths.contains(path)) {
                faults.add("sources." + Numbers.cut(path), FaultKind.NO_FIELD);
            }
        });
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text))
                    .filter(at ->
                            at.getYear() >= 1970 && at.getYear() <= 2200 && at.getSecond() == 0 && at.getNano() == 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
