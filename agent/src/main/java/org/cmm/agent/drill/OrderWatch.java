package org.cmm.agent.drill;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.cmm.agent.link.Content;
import org.cmm.agent.link.Exchange.Answered;
import org.cmm.agent.link.Link;
import org.cmm.agent.link.Messages;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.Endpoints;

/**
 * Asks the server again and again whether an order is still in force, in a thread and over a connection of its own: a
 * cut link must not keep the drill from ending, and samples go their usual way, or what is measured would flatter.
 */
final class OrderWatch implements Runnable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Link link;
    private final DrillOrder order;
    private final String secret;
    private final LongSupplier millis;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean takenBack;
    private volatile long heardMillis;

    /** @param millis the clock of the drill's {@link Course} */
    OrderWatch(Link link, DrillOrder order, String secret, LongSupplier millis) {
        this.link = link;
        this.order = order;
        this.secret = secret;
        this.millis = millis;
        heardMillis = millis.getAsLong();
    }

    void start() {
        var thread = new Thread(this, "drill-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        over.countDown();
    }

    boolean takenBack() {
        return takenBack;
    }

    long heardMillis() {
        return heardMillis;
    }

    @Override
    public void run() {
        try {
            while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        if (!(link.send("GET", Endpoints.DRILL, Content.json(""), Optional.of(secret)) instanceof Answered answered)) {
            return;
        }
        switch (answered.status()) {
            case 200 -> {
                Optional<DrillOrder> now = Messages.readDrill(answered.body());
                takenBack = now.filter(order::equals).isEmpty();
                heardMillis = millis.getAsLong();
            }
            case 204, 401, 404 -> takenBack = true;
            default -> {
                // a server that starts or is busy has said nothing
            }
        }
    }
}
