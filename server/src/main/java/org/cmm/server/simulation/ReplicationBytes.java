package org.cmm.server.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.core.simulation.Totals;

/** A replication's sums as they are kept: eight bytes a number. */
final class ReplicationBytes {

    /** The sums that this version of CMM keeps, in their order. */
    static final List<String> LAYOUT =
            Arrays.stream(Sum.values()).map(Enum::name).toList();

    private ReplicationBytes() {}

    static byte[] of(Replication replication) {
        int size = replication.policies().size() * (LAYOUT.size() + 1) * Double.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (Totals totals : replication.policies()) {
            bytes.putLong(totals.events());
            for (Sum sum : Sum.values()) {
                bytes.putDouble(totals.of(sum));
            }
        }
        return bytes.array();
    }

    /**
     * What an older version kept is read by the names of its sums; one that it did not know is 0.
     *
     * @param layout the names of the sums as they lie
     */
    static Replication read(int number, byte[] kept, List<String> layout) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        List<Totals> policies = new ArrayList<>();
        while (bytes.remaining() >= (layout.size() + 1) * Double.BYTES) {
            long events = bytes.getLong();
            double[] sums = new double[LAYOUT.size()];
            for (String name : layout) {
                double sum = bytes.getDouble();
                int place = LAYOUT.indexOf(name);
                if (place >= 0) {
                    sums[place] = sum;
                }
            }
            policies.add(Totals.kept(sums, events));
        }
        return new Replication(number, policies);
    }
}
