package org.cmm.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.cmm.protocol.DecodedBatch;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.SamplesReply;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The agents' way in. It runs on the event loop, below the REST layer, because most of what CMM ever does is this: what
 * memory can answer is answered there, and only a first sight (an unknown secret, layout or clock) goes to a thread
 * that may wait.
 */
@Singleton
class SamplesRoute {

    private static final Logger LOG = Logger.getLogger(SamplesRoute.class);
    private static final int MOST_PACKED_BYTES = 1 << 20;
    /** Agents need neither the headers nor the checks that browsers do, nor a look through the REST layer's paths. */
    private static final int BEFORE_EVERYTHING = -1_000_000;
    /** A larger body takes the event loop away from others for too long. */
    private static final int MOST_ON_EVENT_LOOP = 1 << 16;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final AgentLogins logins;
    private final BatchIntake intake;
    private final DrillDesk drills;
    private final InstantSource clock;
    private final ObjectMapper json;

    SamplesRoute(AgentLogins logins, BatchIntake intake, DrillDesk drills, InstantSource clock, ObjectMapper json) {
        this.logins = logins;
        this.intake = intake;
        this.drills = drills;
        this.clock = clock;
        this.json = json;
    }

    void routes(@Observes Router router) {
        router.post(Endpoints.SAMPLES).order(BEFORE_EVERYTHING).handler(this::receive);
        router.route(Endpoints.SAMPLES).handler(this::refuseMethod);
    }

    private void refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, "POST");
        refuse(
                context,
                Problem.of(
                        405, "method-not-allowed", "This method is not possible here", "batches are sent with POST"));
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        long receivedMillis = clock.millis();
        String fingerprint = AgentLogins.fingerprint(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (fingerprint == null) {
            refuse(context, AgentLogins.unknownAgent());
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= MOST_PACKED_BYTES) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(ended -> {
            if (body.length() > MOST_PACKED_BYTES) {
                refuse(context, tooLarge());
                return;
            }
            take(context, fingerprint, body.getBytes(), receivedMillis);
        });
        request.resume();
    }

    private void take(RoutingContext context, String fingerprint, byte[] body, long receivedMillis) {
        OptionalInt server = logins.known(fingerprint);
        if (server.isEmpty() || body.length > MOST_ON_EVENT_LOOP) {
            aside(context, fingerprint, body, receivedMillis);
            return;
        }
        try {
            BatchIntake.Request request = request(context, server.getAsInt(), body, receivedMillis);
            DecodedBatch batch = intake.timely(request, false);
            ClockSkew skew = batch == null ? null : intake.knownSkew(request, batch);
            if (batch == null || skew == null) {
                aside(context, fingerprint, body, receivedMillis);
                return;
            }
            store(context, request, batch, skew);
        } catch (RuntimeException e) {
            failed(context, e);
        }
    }

    /** The same on a thread that may wait for the database. */
    private void aside(RoutingContext context, String fingerprint, byte[] body, long receivedMillis) {
        Context eventLoop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("samples-aside").start(() -> {
            try {
                int server = logins.find(fingerprint)
                        .orElseThrow(() -> AgentLogins.unknownAgent().exception());
                BatchIntake.Request request = request(context, server, body, receivedMillis);
                DecodedBatch batch = intake.timely(request, true);
                if (batch == null) {
                    throw new IllegalStateException("a decoder that may block always decides");
                }
                ClockSkew skew = intake.skew(request, batch);
                eventLoop.runOnContext(_ -> storeOrFail(context, request, batch, skew));
            } catch (RuntimeException e) {
                eventLoop.runOnContext(_ -> failed(context, e));
            }
        });
    }

    private void storeOrFail(RoutingContext context, BatchIntake.Request request, DecodedBatch batch, ClockSkew skew) {
        try {
            store(context, request, batch, skew);
        } catch (RuntimeException e) {
            failed(context, e);
        }
    }

    private void store(RoutingContext context, BatchIntake.Request request, DecodedBatch batch, ClockSkew skew) {
        Context eventLoop = context.vertx().getOrCreateContext();
        intake.store(request, batch, skew)
                .whenComplete((reply, fault) -> eventLoop.runOnContext(_ -> {
                    if (fault == null) {
                        acknowledge(context, withOrder(request.server(), reply));
                    } else {
                        failed(context, fault);
                    }
                }));
    }

    private static BatchIntake.Request request(RoutingContext context, int server, byte[] body, long receivedMillis) {
        String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean gzip = "gzip".equalsIgnoreCase(encoding);
        if (!gzip && encoding != null && !"identity".equalsIgnoreCase(encoding)) {
            throw Problem.of(
                            415,
                            "unknown-encoding",
                            "The encoding is not known",
                            "Content-Encoding must be gzip or identity, was '%.40s'".formatted(encoding))
                    .exception();
        }
        return new BatchIntake.Request(server, body, gzip, receivedMillis);
    }

    private SamplesReply withOrder(int server, SamplesReply reply) {
        DrillOrder order = drills.waiting(server);
        return order == null ? reply : new SamplesReply(reply.accepted(), reply.refused(), reply.newEpoch(), order);
    }

    private void acknowledge(RoutingContext context, SamplesReply reply) {
        if (reply.refused().isEmpty() && !reply.newEpoch() && reply.drill() == null) {
            context.response().setStatusCode(204).end();
            return;
        }
        send(context, 200, "application/json", reply);
    }

    private void failed(RoutingContext context, Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof ProblemException problem) {
            problem.retryAfter().ifPresent(after -> retryAfter(context, after));
            refuse(context, problem.problem());
            return;
        }
        LOG.warn("Samples were not stored", cause);
        refuse(context, BatchIntake.notStored());
    }

    private void refuse(RoutingContext context, Problem problem) {
        if (problem.status() == 503 && !context.response().headers().contains(HttpHeaders.RETRY_AFTER)) {
            retryAfter(context, SOON);
        }
        send(context, problem.status(), Problem.MEDIA_TYPE, problem);
    }

    private static void retryAfter(RoutingContext context, Duration after) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
    }

    private void send(RoutingContext context, int status, String type, Object body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type).end(written(body));
    }

    private @Nullable Buffer written(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem tooLarge() {
        return Problem.of(
                413,
                "batch-too-large",
                "The batch is too large",
                "it has more than %d bytes; send fewer rows at a time".formatted(MOST_PACKED_BYTES));
    }
}
