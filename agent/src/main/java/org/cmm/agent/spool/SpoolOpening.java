package org.cmm.agent.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Takes stock of a spool left behind by an earlier run, which may have died in the middle of a write. */
final class SpoolOpening {
    private final Path directory;
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private long cutBytes;
    private int cutSegments;

    SpoolOpening(Path directory) {
        this.directory = directory;
    }

    OpenedSpool open(Limits limits) throws IOException {
        Files.createDirectories(directory);
        for (Path file : files()) {
            takeIn(file);
        }
        return new OpenedSpool(new Spool(directory, limits, segments), damage());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(Segment::isSegment).sorted().toList();
        }
    }

    private void takeIn(Path file) throws IOException {
        var segment = Segment.of(file, SegmentContent.parse(Files.readAllBytes(file)));
        long cut = Files.size(file) - segment.bytes();
        if (cut > 0) {
            cutBytes += cut;
            cutSegments++;
            truncate(segment);
        }
        if (segment.rows() == 0) {
            Files.delete(file);
            return;
        }
        segments.add(segment);
    }

    private static void truncate(Segment segment) throws IOException {
        try (var channel = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
            channel.truncate(segment.bytes());
            channel.force(true);
        }
    }

    private Optional<String> damage() {
        return cutSegments == 0
                ? Optional.empty()
                : Optional.of("spool: cut %d bytes of an unfinished write at the end of %d segment(s)"
                        .formatted(cutBytes, cutSegments));
    }
}
