package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem;

/** Ends an alert because a person says so. */
@Singleton
public class AlertClosing {

    private static final long PATIENCE_SECONDS = 10;

    private final OpenAlerts open;
    private final AlertHistory history;
    private final AlertEngine engine;
    private final AuditLog audit;

    AlertClosing(OpenAlerts open, AlertHistory history, AlertEngine engine, AuditLog audit) {
        this.open = open;
        this.history = history;
        this.engine = engine;
        this.audit = audit;
    }

    /**
     * Returns when it is on disk.
     *
     * @throws org.cmm.server.platform.ProblemException when there is no such alert, or it is over already
     */
    public void close(long id, String by) {
        OpenAlert alert = open.find(id).orElseThrow(() -> notOpen(id));
        try {
            engine.close(alert, by).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            audit.record("alert.close", "alert " + id, alert, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSaved();
        } catch (ExecutionException | TimeoutException e) {
            throw notSaved();
        }
    }

    private RuntimeException notOpen(long id) {
        Problem problem = history.find(id).isPresent()
                ? Problem.conflict("already-cleared", "alert %d is over already".formatted(id))
                : Problem.notFound("there is no alert %d".formatted(id));
        return problem.exception();
    }

    private static RuntimeException notSaved() {
        return Problem.of(
                        503,
                        "not-stored",
                        "The alert is not closed yet",
                        "the database is away; look again, and close it again if it is still open")
                .exception();
    }
}
