package org.cmm.agent.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cmm.agent.clock.Stretch;

/**
 * One closed or growing file of the spool. Its name is the number of its first row.
 *
 * @param first the number of its first row, counted over the life of the spool
 * @param rows how many rows it holds
 * @param bytes its length
 * @param stretches the epochs of its rows, with the last time of each
 */
record Segment(Path file, long first, int rows, long bytes, List<Stretch> stretches) {
    private static final String ENDING = ".segment";

    Segment {
        stretches = List.copyOf(stretches);
    }

    static Path fileIn(Path directory, long first) {
        return directory.resolve(String.format(Locale.ROOT, "%016d%s", first, ENDING));
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{16}\\.segment");
    }

    static long firstOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    }

    static Segment of(Path file, SegmentContent content) {
        var stretches = new Stretches();
        content.rows()
                .forEach(
                        row -> stretches.add(new Stretch(row.anchor(), row.row().atMillis())));
        return new Segment(file, firstOf(file), content.rows().size(), content.soundBytes(), stretches.inOrder());
    }

    /** The number after its last row. */
    long end() {
        return first + rows;
    }

    SegmentContent content() throws IOException {
        return SegmentContent.parse(Files.readAllBytes(file));
    }
}
