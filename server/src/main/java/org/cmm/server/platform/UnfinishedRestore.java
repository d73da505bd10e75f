package org.cmm.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mark of a restore that has begun and not ended: what lies in the database is then half of something. */
public final class UnfinishedRestore {

    private static final String MARK = "restore-unfinished";

    private UnfinishedRestore() {}

    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(MARK));
    }

    public static void begin(Path data) {
        OwnerOnlyFiles.write(data.resolve(MARK), "A restore has begun here and not ended.");
    }

    public static void end(Path data) throws IOException {
        Files.delete(data.resolve(MARK));
    }

    /** Throws a {@link StartFault} when the mark is there. */
    static void refuse(Path data) {
        if (isIn(data)) {
            throw new StartFault("a restore in %s did not end, so the database holds half of it: run the restore again"
                    .formatted(data));
        }
    }
}
