package org.cmm.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The demo fleet for programs.
 *
 * @param stage {@code none}, {@code filling}, {@code there} or {@code removing}
 * @param phase what is being done while it is filled or removed
 * @param progress 0 to 1 while it is filled
 * @param secondsLeft as far as that can be said
 * @param start until when its made-up past reaches
 * @param alive whether its machines go on delivering while CMM runs
 */
record DemoView(
        String stage,
        String phase,
        double progress,
        @Schema(nullable = true) @Nullable Long secondsLeft,
        int machines,
        long hours,
        @Schema(nullable = true) @Nullable Instant start,
        boolean alive) {

    static DemoView of(Optional<DemoRow> demo, DemoProgress.Seen seen) {
        if (demo.isEmpty()) {
            return new DemoView("none", "", 0, null, 0, 0, null, false);
        }
        DemoRow row = demo.get();
        boolean filling = row.stage() == DemoRow.Stage.FILLING;
        return new DemoView(
                Spelling.of(row.stage()),
                row.stage() == DemoRow.Stage.THERE ? "" : Spelling.of(seen.phase()),
                filling ? seen.ratio() : row.stage() == DemoRow.Stage.THERE ? 1 : 0,
                filling ? seen.left().map(Duration::toSeconds).orElse(null) : null,
                row.machines(),
                row.history().toHours(),
                row.start(),
                row.alive());
    }
}
