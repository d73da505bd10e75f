package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Part.Overlap;
import org.cmm.core.scenario.Part.Renewal;
import org.jspecify.annotations.Nullable;

/** A part of a machine, from one renewal to the next. Not thread-safe. */
final class PartLife implements Ageing {

    private final Part kind;
    private final Machine machine;
    private final Run run;
    private final RandomStream chance;
    private final int pace;
    private final List<Fault> faults = new ArrayList<>(1);
    private double bornAtAge;
    private double faultAtAge;
    private @Nullable AgeLimit limit;

    PartLife(Part kind, Machine machine, Run run, RandomStream chance, int pace) {
        this.kind = kind;
        this.machine = machine;
        this.run = run;
        this.chance = chance;
        this.pace = pace;
        faultAtAge = kind.life().sample(chance);
    }

    Part kind() {
        return kind;
    }

    Machine machine() {
        return machine;
    }

    Run run() {
        return run;
    }

    RandomStream chance() {
        return chance;
    }

    /** Its faults that are not over. */
    List<Fault> faults() {
        return faults;
    }

    /** It is to be renewed by age. */
    void limit(AgeLimit given) {
        limit = given;
    }

    @Override
    public int pace() {
        return pace;
    }

    @Override
    public double due() {
        return faultAtAge;
    }

    @Override
    public void ripen(double at) {
        Fault fault = new Fault(this, Fate.drawn(chance), machine.age(0, at));
        faults.add(fault);
        faultAtAge = kind.overlap() == Overlap.SEVERAL
                ? machine.age(pace, at) + kind.life().sample(chance)
                : Double.POSITIVE_INFINITY;
        run.began(fault, at);
    }

    /** A fault is mended. */
    void mended(Fault fault, double at) {
        fault.end();
        faults.remove(fault);
        if (kind.overlap() == Overlap.SEVERAL) {
            return;
        }
        if (kind.renewal() == Renewal.AS_NEW) {
            live(at);
        } else {
            goOn(at);
        }
    }

    /** Renewed though nothing may be the matter; the faults it has are gone with the old part. */
    void renewed(double at) {
        faults.forEach(Fault::end);
        faults.clear();
        live(at);
    }

    private void live(double at) {
        bornAtAge = machine.age(pace, at);
        faultAtAge = bornAtAge + kind.life().sample(chance);
        if (limit != null) {
            limit.begin(at);
        }
    }

    /** As old as it was: its life given that it lasted so long. */
    private void goOn(double at) {
        double age = machine.age(pace, at) - bornAtAge;
        faultAtAge = bornAtAge + kind.life().quantileBeyond(age, chance.next());
    }
}
