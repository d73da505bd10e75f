package org.cmm.agent.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cmm.protocol.MachineEvents;

/**
 * Events on disk from the moment they are noted until the server has them, and what was looked at already. Of too many
 * the oldest go first. Guarded by this object: one thread notes while another delivers.
 */
public final class EventBook {
    private final BookFile file;
    private BookPage page;

    private EventBook(BookFile file, BookPage page) {
        this.file = file;
        this.page = page;
    }

    /** Opens the book of a data directory; one that cannot be read begins anew. */
    public static EventBook open(Path dataDirectory) {
        var file = new BookFile(dataDirectory.resolve("events"));
        return new EventBook(file, file.read());
    }

    /** What waits for the server, oldest first. */
    public synchronized List<Noted> waiting() {
        return page.waiting();
    }

    /**
     * The server has these, or will never take them.
     *
     * @throws IOException when that cannot be written; the server will be told again, which changes nothing
     */
    public synchronized void delivered(List<Noted> events) throws IOException {
        var rest = new ArrayList<>(page.waiting());
        rest.removeAll(events);
        write(page.with(rest));
    }

    /**
     * Keeps events until the server has them.
     *
     * @throws IOException when they cannot be written
     */
    public synchronized void note(List<Noted> events) throws IOException {
        if (!events.isEmpty()) {
            write(page.with(together(events)));
        }
    }

    /** Takes events of the system's log, up to a place of it. */
    synchronized void noteLog(List<Noted> events, long upTo) throws IOException {
        if (upTo != page.logPlace()) {
            write(page.with(together(events)).withLogPlace(upTo));
        }
    }

    synchronized void noteBoot(String boot) throws IOException {
        if (!boot.equals(page.boot())) {
            write(page.withBoot(boot));
        }
    }

    synchronized String bootTold() {
        return page.boot();
    }

    synchronized long logPlace() {
        return page.logPlace();
    }

    private List<Noted> together(List<Noted> events) {
        var all = new ArrayList<>(page.waiting());
        all.addAll(events);
        return all.subList(Math.max(0, all.size() - MachineEvents.MOST), all.size());
    }

    private void write(BookPage next) throws IOException {
        file.write(next);
        page = next;
    }
}
