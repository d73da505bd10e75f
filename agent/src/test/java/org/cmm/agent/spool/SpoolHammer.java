package org.cmm.agent.spool;

import static org.cmm.agent.spool.Rows.after;
import static org.cmm.agent.spool.Rows.row;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that appends without pause and says each number once it is on disk; made to be killed. */
final class SpoolHammer {
    private SpoolHammer() {}

    public static void main(String[] arguments) throws IOException {
        var limits = new Limits(64 << 20, Duration.ofDays(30));
        var spool = Spool.open(Path.of(arguments[0]), limits).spool();
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
            spool.append(row(number), after(number));
            System.out.println(number);
        }
    }
}
