package org.cmm.system.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An agent's spool as its files show it to anybody. */
public record SpoolFiles(Path folder) {

    private static final byte ROW = 'R';
    private static final int FRAME_BYTES = 8;
    private static final int SECOND_PLACE = 12;

    /** The times of all whole rows on disk, delivered or not, in milliseconds. */
    public Set<Long> times() throws IOException {
        Set<Long> times = new TreeSet<>();
        for (Path segment : segments()) {
            times.addAll(times(segment));
        }
        return times;
    }

    /** Whether everything on disk was acknowledged. */
    public boolean drained() throws IOException {
        long end = 0;
        for (Path segment : segments()) {
            end = Math.max(
                    end,
                    Long.parseLong(segment.getFileName().toString().replaceAll("\\D", ""))
                            + times(segment).size());
        }
        return acknowledged() >= end;
    }

    /** How many rows were ever acknowledged: the larger of two numbers that are written in turn. */
    public long acknowledged() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("acknowledged")));
        boolean both = bytes.capacity() >= 2 * SECOND_PLACE;
        return Math.max(bytes.getLong(0), both ? bytes.getLong(SECOND_PLACE) : 0);
    }

    private List<Path> segments() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment")).toList();
        }
    }

    /** Every record follows its length and its checksum; the agent may remove a delivered segment at any moment. */
    private static List<Long> times(Path segment) throws IOException {
        List<Long> times = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(content(segment));
        while (bytes.remaining() > FRAME_BYTES && bytes.getInt(bytes.position()) <= bytes.remaining() - FRAME_BYTES) {
            int length = bytes.getInt(bytes.position());
            int payload = bytes.position() + FRAME_BYTES;
            if (bytes.get(payload) == ROW) {
                times.add(bytes.getLong(payload + 1));
            }
            bytes.position(payload + length);
        }
        return times;
    }

    private static byte[] content(Path segment) throws IOException {
        try {
            return Files.readAllBytes(segment);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
