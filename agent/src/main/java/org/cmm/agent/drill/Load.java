package org.cmm.agent.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The program behind a drill of processors or memory: {@code cpu PERCENT SECONDS} or {@code memory PERCENT SECONDS}. It
 * ends when its time is over or when its standard input does, which is when the agent has ended, however that came.
 */
public final class Load {
    private static final int PIECE = 16 << 20;
    private static final int PAGE = 4_096;
    private static final long PERIOD_NANOS = 50_000_000;
    private static final long GRACE_SECONDS = 5;

    private final Deque<ByteBuffer> held = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom();

    private Load() {}

    public static void main(String[] arguments) throws IOException {
        int percent = Integer.parseInt(arguments[1]);
        endIn(Integer.parseInt(arguments[2]) + GRACE_SECONDS);
        firstToGo();
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (arguments[0].equals("cpu")) {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                inBackground(() -> burn(percent));
            }
        }
        new Load().obey();
        Runtime.getRuntime().halt(0);
    }

    private static void endIn(long seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        inBackground(() -> {
            while (System.nanoTime() - end < 0) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            Runtime.getRuntime().halt(0);
        });
    }

    /** Should memory run out all the same, the system ends this program before any other. */
    private static void firstToGo() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException e) {
            // no Linux
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Busy for so much of each period, and asleep for the rest. */
    private static void burn(int percent) {
        long busy = PERIOD_NANOS / 100 * percent;
        while (true) {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < busy) {
                Thread.onSpinWait();
            }
            if (percent < 100) {
                LockSupport.parkNanos(begin + PERIOD_NANOS - System.nanoTime());
            }
        }
    }

    private void obey() throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            hold(Long.parseLong(order));
            System.out.println("held " + (long) held.size() * PIECE);
        }
    }

    private void hold(long bytes) {
        int pieces = (int) (bytes / PIECE);
        boolean fewer = held.size() > pieces;
        while (held.size() > pieces) {
            held.removeLast();
        }
        if (fewer) {
            // The JDK frees such memory only once its owner was collected
            System.gc();
        }
        while (held.size() < pieces) {
            held.addLast(touched());
        }
    }

    /** Every page is written with something else, so that no system can do as if it were there. */
    private ByteBuffer touched() {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        for (int at = 0; at < PIECE; at += PAGE) {
            for (int i = 0; i < PAGE; i += Long.BYTES) {
                piece.putLong(at + i, random.nextLong());
            }
        }
        return piece;
    }
}
