package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Comes in as the first administrator, asks for a demo fleet and says how far it is. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DEMO = "/api/v1/demo";
    private static final int CONFLICT = 409;

    private final DemoOptions options;
    private final CmmApi api;

    private Demo(DemoOptions options) {
        this.options = options;
        this.api = new CmmApi(options.url());
    }

    public static void main(String... arguments) throws InterruptedException {
        try {
            new Demo(DemoOptions.read(arguments)).run();
        } catch (DemoFailure e) {
            System.err.println("Demo: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        awaitReady();
        Administrator administrator = Administrator.comeIn(api, options.log());
        CmmApi.Answer answer = api.post(
                DEMO,
                administrator.access(),
                JsonObject.builder()
                        .value("machines", options.machines())
                        .value("hours", options.history().toHours())
                        .value("seed", options.seed())
                        .done());
        if (answer.status() == CONFLICT) {
            System.out.println("Demo: the machines of before go on");
        } else {
            answer.expected("demo");
        }
        System.out.printf(
                "%n%d made-up machines are on %s/fleet%nLog in as '%s' with the password '%s'%n%n",
                awaitFleet(administrator), api.url(), Administrator.NAME, Administrator.PASSWORD);
    }

    private int awaitFleet(Administrator administrator) throws InterruptedException {
        String said = "";
        while (true) {
            CmmApi.Answer answer = api.get(DEMO, administrator.access());
            String stage = answer.json().getString("stage", "");
            if (stage.equals("there")) {
                return answer.json().getInt("machines");
            }
            String now = "%s %.0f %%"
                    .formatted(
                            answer.json().getString("phase", "waiting"),
                            10 * Math.floor(10 * answer.json().getDouble("progress", 0)));
            if (!now.equals(said)) {
                System.out.println("Demo: " + now);
                said = now;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!api.get("/health/ready", "").ok()) {
            if (Instant.now().isAfter(deadline)) {
                throw new DemoFailure("there is no CMM at " + api.url());
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
