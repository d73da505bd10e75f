package org.cmm.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cmm.bench.GeneratedFleet.Habits;
import org.cmm.bench.GeneratedFleet.Source;

/** One machine of a {@link GeneratedFleet}; its days are made anew whenever they are asked for. */
final class GeneratedMachine {

    private static final int ITSELF = -1;
    private static final int SEEN_RESTARTS_DAYS = 200;
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1L << 30;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int SHORTEST_PIECE = 30;
    private static final int LONGEST_PIECE = 400;
    private static final double LEAST_LIVELY = 0.3;

    private enum Purpose {
        TRAITS,
        PIECES,
        GAPS,
        RESTART,
        LATE
    }

    private final GeneratedFleet fleet;
    private final int number;
    private final Traits traits;

    GeneratedMachine(GeneratedFleet fleet, int number) {
        this.fleet = fleet;
        this.number = number;
        traits = Traits.draw(random(ITSELF, Purpose.TRAITS));
    }

    /** What tells machines apart. */
    private record Traits(
            double workScale,
            double rateScale,
            double memory,
            double memoryShare,
            double disk,
            double diskShare,
            double diskShareADay,
            int processes,
            boolean office,
            long bootedSecondsBefore) {

        static Traits draw(SplittableRandom random) {
            return new Traits(
                    Math.exp(0.5 * random.nextGaussian()),
                    Math.exp(random.nextGaussian()),
                    (4L << random.nextInt(4)) * GIBIBYTE - random.nextInt(500) * MEBIBYTE,
                    0.2 + 0.5 * random.nextDouble(),
                    (64L << random.nextInt(5)) * GIBIBYTE * 0.98,
                    0.6 * random.nextDouble(),
                    0.004 * Math.exp(random.nextGaussian()),
                    random.nextInt(20, 200),
                    random.nextInt(10) < 6,
                    random.nextLong(60 * DAY_SECONDS));
        }
    }

    private SplittableRandom random(int day, Purpose purpose) {
        return fleet.random(number, day, purpose.ordinal());
    }

    /** @param day from 0 */
    GeneratedDay day(int day) {
        Habits habits = fleet.habits();
        int[] samples = there(day, habits);
        Places places = pieces(day, habits.samplesADay());
        double[][] columns = new double[fleet.series().size()][samples.length];
        for (int column = 0; column < columns.length; column++) {
            fill(column, columns[column], samples, places, day);
        }
        deriveRatios(columns);
        long millis = habits.interval().toMillis();
        return new GeneratedDay(
                Arrays.stream(samples).mapToLong(sample -> sample * millis).toArray(),
                columns,
                late(day, samples.length));
    }

    /** Which samples of the day there are: not those in gaps, nor those while it starts. */
    private int[] there(int day, Habits habits) {
        boolean[] missing = new boolean[habits.samplesADay()];
        SplittableRandom random = random(day, Purpose.GAPS);
        for (double gaps = habits.gapsADay(); random.nextDouble() < gaps; gaps--) {
            int from = random.nextInt(missing.length);
            Arrays.fill(missing, from, Math.min(missing.length, from + random.nextInt(6, 400)), true);
        }
        long restart = restartSecond(day);
        if (restart >= 0) {
            int from = (int) (restart / habits.interval().toSeconds());
            Arrays.fill(missing, Math.max(0, from - 6), Math.min(missing.length, from + 3), true);
        }
        int[] there = new int[missing.length];
        int count = 0;
        for (int sample = 0; sample < missing.length; sample++) {
            if (!missing[sample]) {
                there[count++] = sample;
            }
        }
        return Arrays.copyOf(there, count);
    }

    /** When on that day, or -1. */
    private long restartSecond(int day) {
        SplittableRandom random = random(day, Purpose.RESTART);
        return random.nextDouble() < fleet.habits().restartsAMonth() / 30 ? random.nextLong(DAY_SECONDS) : -1;
    }

    /** For each sample of a day: which source, and which of its samples. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one day
    private record Places(short[] source, int[] sample, int[] begin) {}

    private Places pieces(int day, int count) {
        SplittableRandom random = random(day, Purpose.PIECES);
        Places places = new Places(new short[count], new int[count], new int[count]);
        int filled = 0;
        while (filled < count) {
            int which = random.nextInt(fleet.sources().size());
            Source source = fleet.sources().get(which);
            int longest = Math.min(LONGEST_PIECE, source.recording().samples());
            int length = Math.min(count - filled, random.nextInt(Math.min(SHORTEST_PIECE, longest), longest + 1));
            int begin = begin(source, length, activity((double) filled / count), random);
            for (int step = 0; step < length; step++) {
                places.source[filled] = (short) which;
                places.sample[filled] = begin + step;
                places.begin[filled++] = begin;
            }
        }
        return places;
    }

    /** The busier or the quieter of two pieces. */
    private static int begin(Source source, int length, double activity, SplittableRandom random) {
        int most = source.recording().samples() - length;
        int one = random.nextInt(most + 1);
        int other = random.nextInt(most + 1);
        boolean busier = source.busyness(one, length) > source.busyness(other, length);
        return busier == random.nextDouble() < activity ? one : other;
    }

    /** How probably it works rather than rests. */
    private double activity(double partOfDay) {
        if (!traits.office) {
            return 0.5;
        }
        return partOfDay > 0.3 && partOfDay < 0.73 ? 0.9 : 0.1;
    }

    private void fill(int column, double[] values, int[] samples, Places places, int day) {
        String name = fleet.series().get(column);
        Formula formula = formula(metric(name), day);
        boolean share = name.contains(".utilization");
        double power = Math.pow(10, fleet.decimals()[column]);
        long interval = fleet.habits().interval().toSeconds();
        for (int index = 0; index < samples.length; index++) {
            int sample = samples[index];
            Source source = fleet.sources().get(places.source[sample]);
            double recorded = recorded(source, column, places.sample[sample]);
            double begun = source.recording().columns()[column][places.begin[sample]];
            double value = formula.value(recorded, begun, source.means()[column], sample * interval);
            double rounded = Math.rint(value * power) / power;
            values[index] = share ? Math.clamp(rounded, 0, 1) : rounded;
        }
    }

    /** What this machine makes of a recorded value. */
    private interface Formula {

        /**
         * @param begun what was recorded where the piece begins
         * @param mean of all that was recorded
         * @param second of the day
         */
        double value(double recorded, double begun, double mean, long second);
    }

    private Formula formula(String metric, int day) {
        return switch (metric) {
            case "system.cpu.utilization" ->
                number % 2 == 0 ? worked() : as(fleet.hostDay(number, day).utilization());
            case "system.cpu.load_average.1m" -> worked();
            case "system.memory.usage" ->
                (recorded, begun, mean, second) -> whole(within(traits.memory, traits.memoryShare, recorded - mean));
            case "system.memory.limit" -> (recorded, begun, mean, second) -> traits.memory;
            case "system.filesystem.usage" ->
                (recorded, begun, mean, second) ->
                        whole(within(traits.disk, diskShare(day + (double) second / DAY_SECONDS), recorded - begun));
            case "system.filesystem.limit" -> (recorded, begun, mean, second) -> traits.disk;
            case "system.disk.io.rate", "system.network.io.rate" ->
                (recorded, begun, mean, second) -> recorded * traits.rateScale;
            case "system.uptime" -> uptime(restartSecond(day), upBefore(day));
            case "system.process.count" -> (recorded, begun, mean, second) -> recorded + traits.processes;
            default -> (recorded, begun, mean, second) -> recorded;
        };
    }

    private Formula worked() {
        return (recorded, begun, mean, second) -> recorded * traits.workScale;
    }

    private static Formula as(double[] host) {
        return (recorded, begun, mean, second) ->
                host[(int) (second * host.length / DAY_SECONDS)] + (recorded - mean) / 4;
    }

    private static Formula uptime(long restart, long before) {
        return (recorded, begun, mean, second) ->
                restart >= 0 && second >= restart ? second - restart : before + second;
    }

    private double diskShare(double days) {
        return 0.3 + (traits.diskShare + traits.diskShareADay * days) % 0.6;
    }

    private static String metric(String series) {
        int brace = series.indexOf('{');
        return brace < 0 ? series : series.substring(0, brace);
    }

    /** Another rate, an hour or so away, in the place of one that does hardly anything. */
    private double recorded(Source source, int column, int sample) {
        double[] values = source.recording().columns()[column];
        if (!fleet.isRate(column) || source.liveliness()[column] > LEAST_LIVELY) {
            return values[sample];
        }
        double[] lively = source.recording().columns()[source.liveliest()];
        return lively[(sample + 331 * (column + 1)) % lively.length];
    }

    private static double within(double limit, double share, double deviation) {
        return Math.clamp(limit * share + deviation, 0.02 * limit, 0.98 * limit);
    }

    private static double whole(double bytes) {
        return Math.rint(bytes / MEBIBYTE) * MEBIBYTE;
    }

    /** How long it had been up when the day began. */
    private long upBefore(int day) {
        for (int before = day - 1; before >= 0 && before > day - SEEN_RESTARTS_DAYS; before--) {
            long restart = restartSecond(before);
            if (restart >= 0) {
                return (day - before) * DAY_SECONDS - restart;
            }
        }
        return traits.bootedSecondsBefore + day * DAY_SECONDS;
    }

    private void deriveRatios(double[][] columns) {
        List<String> series = fleet.series();
        for (int column = 0; column < columns.length; column++) {
            int usage = series.indexOf(series.get(column).replace(".utilization", ".usage"));
            int limit = series.indexOf(series.get(column).replace(".utilization", ".limit"));
            if (usage < 0 || usage == column || limit < 0) {
                continue;
            }
            for (int index = 0; index < columns[column].length; index++) {
                columns[column][index] = Math.rint(columns[usage][index] / columns[limit][index] * 10_000) / 10_000;
            }
        }
    }

    private List<GeneratedDay.Part> late(int day, int samples) {
        SplittableRandom random = random(day, Purpose.LATE);
        if (samples < 2 || random.nextDouble() >= fleet.habits().lateShare()) {
            return List.of();
        }
        int from = random.nextInt(samples - 1);
        return List.of(new GeneratedDay.Part(from, Math.min(samples, from + 1 + random.nextInt(samples / 4 + 1))));
    }
}
