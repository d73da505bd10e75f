package org.cmm.agent.probe;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one failing reading from taking the others with it. */
final class Isolated {
    private Isolated() {}

    /** What was read, or nothing when reading it failed in whatever way. */
    static <T> Optional<T> read(Supplier<? extends @Nullable T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (RuntimeException | LinkageError e) { // a missing native library is an Error
            return Optional.empty();
        }
    }

    static <T> List<T> readAll(Supplier<List<T>> reading) {
        return read(reading).orElse(List.of());
    }
}
