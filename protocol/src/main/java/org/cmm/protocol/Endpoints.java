package org.cmm.protocol;

/**
 * Where an agent reaches the server. Every request except the enrolment carries {@code Authorization: Bearer SECRET}.
 *
 * <p>Answers that mean the same everywhere: 401 the secret was revoked; 503 with {@code Retry-After} come back later.
 */
public final class Endpoints {
    /** {@code POST} an {@link EnrolmentRequest}, answered by an {@link EnrolmentReply}. */
    public static final String ENROLMENT = "/api/v1/agent/enrolment";

    /**
     * {@code POST} a {@link Layout}, answered by a {@link LayoutReply}; the same layout always gets the same number.
     */
    public static final String LAYOUTS = "/api/v1/agent/layouts";

    /**
     * {@code POST} an encoded {@link SampleBatch}, gzipped where that is shorter; the path takes nothing else, so it
     * needs no {@code Content-Type}. 204 when every row is on disk, 200 with a {@link SamplesReply} otherwise, 404 with
     * {@link #UNKNOWN_LAYOUT} when the layout must be announced again.
     */
    public static final String SAMPLES = "/api/v1/agent/samples";

    /** {@code PUT} the machine's {@link Facts}. */
    public static final String FACTS = "/api/v1/agent/facts";

    /** {@code PUT} a {@link ProcessSnapshot}. */
    public static final String PROCESSES = "/api/v1/agent/processes";

    /** {@code POST} {@link MachineEvents}; 204 when all are on disk. The same event again changes nothing. */
    public static final String EVENTS = "/api/v1/agent/events";

    /**
     * {@code GET} the {@link DrillOrder} in force for this machine: 200 with it, 204 when there is none. An agent asks
     * while it carries one out, and stops when it is told of none, or nothing.
     */
    public static final String DRILL = "/api/v1/agent/drill";

    /** The media type of an encoded {@link SampleBatch}, for whoever names it. */
    public static final String SAMPLES_CONTENT_TYPE = "application/vnd.cmm.samples";

    /** How the {@code type} of the 404 problem ends when the server does not know a batch's layout. */
    public static final String UNKNOWN_LAYOUT = "/unknown-layout";

    private Endpoints() {}
}
