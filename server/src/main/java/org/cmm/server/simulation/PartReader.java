package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Part.Group;
import org.cmm.core.scenario.Part.Overlap;
import org.cmm.core.scenario.Part.Renewal;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Repair.Place;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Stock;
import org.cmm.core.scenario.Warning;

/** Reads what can fail of an experiment's file. */
final class PartReader {

    private static final Repair NONE = new Repair(new Fixed(0), new Fixed(0), Place.ON_SITE, 0, 0);

    private PartReader() {}

    static Optional<Part> part(Fields fields) {
        String name = fields.text("name", 60);
        Group group = fields.choice("group", Group.OTHER);
        Law life = fields.law("life");
        Renewal renewal = fields.choice("renewal", Renewal.AS_NEW);
        Overlap overlap = fields.choice("overlap", Overlap.ONE_AT_A_TIME);
        double stress = fields.number("stress", 1, 1000, 1);
        Optional<Warning> warning = fields.object("warning", PartReader::warning);
        Optional<Repair> repair = fields.object("repair", PartReader::repair);
        Optional<Stock> stock = fields.object("stock", PartReader::stock);
        if (!(life.mean() > 0)) {
            fields.faults().add(fields.path("life"), FaultKind.ABOVE, "0 h", TimeText.of(life.mean()));
        }
        if (renewal == Renewal.AS_OLD && (overlap == Overlap.SEVERAL || fields.has("warning"))) {
            fields.faults().add(fields.path("renewal"), FaultKind.OLD_WARNS);
        }
        if (overlap == Overlap.SEVERAL && !fields.has("warning")) {
            fields.faults().add(fields.path("overlap"), FaultKind.SEVERAL_WARN);
        }
        return fields.build(
                () -> new Part(name, group, life, renewal, overlap, stress, warning, repair.orElse(NONE), stock));
    }

    private static Optional<Warning> warning(Fields fields) {
        Law length = fields.law("length");
        Optional<Sign> sign = sign(fields);
        return fields.build(() -> new Warning(length, sign.orElseGet(Sign.Hidden::new)));
    }

    private static Optional<Sign> sign(Fields fields) {
        Optional<JsonNode> given = fields.node("sign");
        if (given.isEmpty() || given.get().asText().equals("hidden")) {
            return Optional.of(new Sign.Hidden());
        }
        return fields.object("sign", inner -> inner.has("metric") ? ramp(inner) : delay(inner));
    }

    private static Optional<Sign> delay(Fields fields) {
        Law after = fields.law("after");
        double sensitivity = fields.share("sensitivity", 1);
        return fields.build(() -> new Sign.Delay(after, sensitivity));
    }

    private static Optional<Sign> ramp(Fields fields) {
        String metric = fields.text("metric", 100);
        double usual = fields.number("usual", -1e15, 1e15);
        double atFailure = fields.number("at-failure", -1e15, 1e15);
        if (!metric.isEmpty() && Metrics.find(metric).isEmpty()) {
            String near = Metrics.nearest(metric).map(found -> found.name()).orElse("");
            FaultKind kind = near.isEmpty() ? FaultKind.UNKNOWN : FaultKind.UNKNOWN_NEAR;
            String known = String.join(
                    ", ", Metrics.all().stream().map(found -> found.name()).toList());
            fields.faults().add(fields.path("metric"), kind, near.isEmpty() ? known : near);
        }
        return fields.build(() -> new Sign.Ramp(metric, usual, atFailure));
    }

    private static Optional<Repair> repair(Fields fields) {
        Law corrective = fields.ending("corrective", new Fixed(0));
        Law planned = fields.ending("planned", new Fixed(0));
        Place place = fields.choice("place", Place.ON_SITE);
        double correctiveXaf = fields.number("corrective-xaf", 0, WorldReader.MOST_XAF, 0);
        double plannedXaf = fields.number("planned-xaf", 0, WorldReader.MOST_XAF, 0);
        return fields.build(() -> new Repair(corrective, planned, place, correctiveXaf, plannedXaf));
    }

    private static Optional<Stock> stock(Fields fields) {
        int spares = fields.whole("spares", 0, 100_000, 0);
        Law delivery = fields.ending("delivery", new Fixed(0));
        return fields.build(() -> new Stock(spares, delivery));
    }
}
