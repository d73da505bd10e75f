package org.cmm.server.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cmm.protocol.Facts;
import org.cmm.server.fleet.MachineFacts;
import org.cmm.server.fleet.Server;
import org.cmm.server.forecast.ForecastWords;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.forecast.Forecasts.Volume;
import org.cmm.server.intake.AgentClocks;
import org.cmm.server.overview.ServerView.Fact;
import org.cmm.server.platform.Figures;
import org.jspecify.annotations.Nullable;

/** Lists what people and its agent say about a server. */
@Singleton
class ServerFacts {

    private static final Duration FRESH = Duration.ofDays(2);

    private final MachineFacts told;
    private final AgentClocks clocks;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Forecasts forecasts;

    ServerFacts(MachineFacts told, AgentClocks clocks, ObjectMapper json, InstantSource clock, Forecasts forecasts) {
        this.told = told;
        this.clocks = clocks;
        this.json = json;
        this.clock = clock;
        this.forecasts = forecasts;
    }

    /** What its agent says about the server; nothing while it said nothing. */
    Optional<Facts> told(Server server) {
        return told.of(server.id()).flatMap(this::read);
    }

    List<Fact> of(Machine machine, Wording wording) {
        Server server = machine.server();
        OverviewMessages words = wording.words();
        Figures figures = wording.figures(machine.site());
        Facts agent = told(server).orElse(null);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.address(), Objects.requireNonNullElse(server.address(), "")));
        facts.add(new Fact(words.owner(), server.owner()));
        facts.add(new Fact(
                words.environment(), server.environment().equals("cloud") ? words.cloud() : words.onPremise()));
        if (agent != null) {
            addTold(facts, agent, words, figures);
        }
        if (!Double.isNaN(machine.readings().uptime()) && !FleetRows.mute(machine.condition())) {
            Duration uptime = Duration.ofSeconds((long) machine.readings().uptime());
            facts.add(new Fact(words.upFor(), figures.duration(uptime)));
            facts.add(new Fact(words.started(), figures.moment(clock.instant().minus(uptime))));
        }
        power(machine, wording).ifPresent(facts::add);
        if (machine.contactMillis() > 0) {
            Instant contact = Instant.ofEpochMilli(machine.contactMillis());
            String ago = figures.ago(Duration.between(contact, clock.instant()));
            facts.add(new Fact(words.lastSample(), ago, contact.getEpochSecond()));
        }
        clocks.skewMillis(server.id()).ifPresent(skew -> facts.add(clock(skew, words, figures)));
        if (machine.readings().dropped() > 0) {
            facts.add(new Fact(words.dropped(), words.spoolWasFull(figures.count((long)
                    machine.readings().dropped()))));
        }
        facts.addAll(volumes(machine, wording));
        facts.add(new Fact(words.tags(), String.join(", ", server.tags())));
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    /** Those that fill up; what a machine said days ago is no forecast any more. */
    private List<Fact> volumes(Machine machine, Wording wording) {
        ForecastWords inWords = ForecastWords.of(wording.language(), wording.zone(machine.site()));
        Instant now = clock.instant();
        List<Fact> facts = new ArrayList<>();
        for (Volume volume : forecasts.of(machine.server().id())) {
            if (volume.asOf().isAfter(now.minus(FRESH))) {
                volume.full()
                        .map(full -> new Fact(
                                inWords.disk(
                                        Readings.mountPoint(volume.subject().toString())),
                                inWords.full(full, now)))
                        .ifPresent(facts::add);
            }
        }
        return facts;
    }

    private static Optional<Fact> power(Machine machine, Wording wording) {
        Readings.Power power = machine.readings().power();
        if (!power.known() || FleetRows.mute(machine.condition())) {
            return Optional.empty();
        }
        OverviewMessages words = wording.words();
        if (Double.isNaN(power.charge())) {
            return Optional.of(new Fact(words.power(), power.onBattery() ? words.onBattery() : words.onMains()));
        }
        String charge = wording.figures(machine.site()).percent(power.charge());
        return Optional.of(
                new Fact(words.power(), power.onBattery() ? words.onBatteryAt(charge) : words.onMainsAt(charge)));
    }

    private static void addTold(List<Fact> facts, Facts agent, OverviewMessages words, Figures figures) {
        facts.add(new Fact(words.system(), (text(agent.os()) + " " + text(agent.osVersion())).strip()));
        facts.add(new Fact(words.processor(), processor(agent, words)));
        Long memory = agent.memoryBytes();
        facts.add(new Fact(words.memory(), memory == null ? "" : figures.bytes(memory)));
        facts.add(new Fact(words.agent(), agent.agentVersion()));
        facts.add(new Fact(words.measured(), pace(agent, words, figures)));
    }

    /** Nothing of an agent that does not tell. */
    private static String pace(Facts agent, OverviewMessages words, Figures figures) {
        if (agent.samplingMillis() == null) {
            return "";
        }
        String interval = agent.samplingMillis() < 1_000
                ? figures.count(agent.samplingMillis()) + "\u202fms"
                : figures.duration(Duration.ofMillis(agent.samplingMillis()));
        return agent.deliverySeconds() == null
                ? words.every(interval)
                : words.everyDelivered(interval, figures.duration(Duration.ofSeconds(agent.deliverySeconds())));
    }

    private static String processor(Facts agent, OverviewMessages words) {
        String model = text(agent.cpuModel());
        String count = agent.logicalCpus() > 0 ? words.logicalProcessors(agent.logicalCpus()) : "";
        return model.isEmpty() || count.isEmpty() ? model + count : model + " · " + count;
    }

    private static Fact clock(long behind, OverviewMessages words, Figures figures) {
        String length = figures.duration(Duration.ofMillis(Math.abs(behind)));
        if (behind == 0) {
            return new Fact(words.clock(), words.clockRight());
        }
        return new Fact(words.clock(), behind > 0 ? words.clockSlow(length) : words.clockFast(length));
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    /** What an agent of another version wrote may not be readable; then the page does without. */
    private Optional<Facts> read(String text) {
        try {
            return Optional.of(json.readValue(text, Facts.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
