package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lets machines join: a token, which expires and may be used so many times, is traded for a secret of one's own. */
@Singleton
public class Enrolment {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 128;

    /** A copied disk has the first machine's id, and other hardware; what cannot be told apart is the same. */
    private static final String SAME_MACHINE = """
            (machine = :copy OR machine = :machine
             AND (hardware IS NULL OR CAST(:hardware AS text) IS NULL OR hardware = :hardware))
            """;

    private final Jdbi jdbi;

    Enrolment(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A machine that is known already stays the same server and gets a new secret. One whose answer was lost on the way
     * may ask again for a while, though its token is used up by then.
     */
    public EnrolmentOutcome redeem(EnrolmentRequest request) {
        return jdbi.inTransaction(handle -> {
            String fingerprint = Secrets.fingerprint(request.token());
            holdToken(handle, fingerprint);
            Optional<Token> token =
                    usedJustNow(handle, fingerprint, Names.of(request)).or(() -> use(handle, fingerprint));
            if (token.isEmpty()) {
                return new EnrolmentOutcome.Refused(
                        "the token is unknown, expired, revoked or used up; create a new one under Enrolment");
            }
            return enrol(handle, request, token.get());
        });
    }

    /**
     * What tells the machine from others.
     *
     * @param copy what the machine is called when another has its id already
     */
    private record Names(
            String machine,
            @Nullable String hardware,
            @Nullable String copy) {

        static Names of(EnrolmentRequest request) {
            String machine = plain(request.machineId(), LONGEST_ID);
            String told = request.hardwareId();
            String hardware = told == null || told.isBlank() ? null : plain(told, LONGEST_ID);
            return new Names(machine, hardware, hardware == null ? null : machine + "/" + hardware);
        }

        Query in(Query query) {
            return query.bind("machine", machine).bind("hardware", hardware).bind("copy", copy);
        }
    }

    private record Token(int id, @Nullable Integer site) {}

    private record Member(int id, String code) {}

    /** An agent that was not answered in time asks again, perhaps while its first request is still under way. */
    private static void holdToken(Handle handle, String fingerprint) {
        handle.createQuery("SELECT id FROM enrolment_token WHERE fingerprint = :fingerprint FOR UPDATE")
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .findOne();
    }

    private static Optional<Token> use(Handle handle, String fingerprint) {
        return handle.createQuery("""
                        UPDATE enrolment_token SET uses_left = uses_left - 1
                        WHERE fingerprint = :fingerprint AND uses_left > 0 AND expires_at > now()
                          AND revoked_at IS NULL
                        RETURNING id, site_id
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) -> new Token(row.getInt("id"), row.getObject("site_id", Integer.class)))
                .findOne();
    }

    /** The token by which this very machine has become a server within the last hour. */
    private static Optional<Token> usedJustNow(Handle handle, String fingerprint, Names names) {
        return names.in(handle.createQuery("""
                        SELECT enrolment_token.id, enrolment_token.site_id
                        FROM enrolment_token
                        JOIN agent ON agent.token_id = enrolment_token.id
                        JOIN server ON server.id = agent.server_id
                        WHERE enrolment_token.fingerprint = :fingerprint AND %s
                          AND enrolled_at > now() - interval '1 hour' AND expires_at > now()
                          AND enrolment_token.revoked_at IS NULL AND agent.revoked_at IS NULL AND retired_at IS NULL
                        """.formatted(SAME_MACHINE)))
                .bind("fingerprint", fingerprint)
                .map((row, context) -> new Token(row.getInt("id"), row.getObject("site_id", Integer.class)))
                .findOne();
    }

    private static EnrolmentOutcome enrol(Handle handle, EnrolmentRequest request, Token token) {
        Names names = Names.of(request);
        Member member = known(handle, names).orElseGet(() -> join(handle, request, names, token));
        String secret = Secrets.createShort();
        handle.createUpdate("""
                        INSERT INTO agent (server_id, fingerprint, version, token_id)
                        VALUES (:server, :fingerprint, :version, :token)
                        ON CONFLICT (server_id) DO UPDATE SET fingerprint = EXCLUDED.fingerprint,
                            version = EXCLUDED.version, token_id = EXCLUDED.token_id,
                            enrolled_at = now(), revoked_at = NULL
                        """)
                .bind("server", member.id())
                .bind("fingerprint", Secrets.fingerprint(secret))
                .bind("version", plain(request.agentVersion(), LONGEST_NAME))
                .bind("token", token.id())
                .execute();
        return new EnrolmentOutcome.Enrolled(member.id(), member.code(), secret);
    }

    private static Optional<Member> known(Handle handle, Names names) {
        return names.in(handle.createQuery("""
                        UPDATE server SET hardware = coalesce(:hardware, hardware)
                        WHERE id = (SELECT id FROM server WHERE retired_at IS NULL AND %s
                                    ORDER BY machine = :machine, id LIMIT 1)
                        RETURNING id, code
                        """.formatted(SAME_MACHINE)))
                .map((row, context) -> new Member(row.getInt("id"), row.getString("code")))
                .findOne();
    }

    private static Member join(Handle handle, EnrolmentRequest request, Names names, Token token) {
        String name = plain(request.hostName(), LONGEST_NAME);
        String code = ServerCode.free(name, candidate -> taken(handle, candidate));
        int id = names.in(handle.createQuery("""
                        INSERT INTO server (code, name, address, site_id, machine, hardware, demo)
                        VALUES (:code, :name, CAST(:address AS inet), :site,
                                CASE WHEN EXISTS (SELECT FROM server WHERE machine = :machine AND retired_at IS NULL)
                                     THEN :copy ELSE :machine END, :hardware,
                                (SELECT demo FROM enrolment_token WHERE id = :token))
                        RETURNING id
                        """))
                .bind("code", code)
                .bind("name", name.isBlank() ? code : name)
                .bind("address", address(request.addresses()))
                .bind("site", token.site())
                .bind("token", token.id())
                .mapTo(Integer.class)
                .one();
        return new Member(id, code);
    }

    private static boolean taken(Handle handle, String code) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM server WHERE lower(code) = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
    }

    /** The first of the machine's addresses that is one; what a machine says is not to be trusted blindly. */
    private static @Nullable String address(List<String> told) {
        return told.stream().filter(IpAddress::valid).findFirst().orElse(null);
    }

    private static String plain(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.substring(0, Math.min(clean.length(), longest));
    }
}
