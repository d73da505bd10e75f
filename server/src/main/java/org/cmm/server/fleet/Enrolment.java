package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lets machines join: a token, which expires and may be used so many times, is traded for a secret of one's own. */
@Singleton
public class Enrolment {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 128;

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
            Optional<Token> token = usedJustNow(handle, fingerprint, plain(request.machineId(), LONGEST_ID))
                    .or(() -> use(handle, fingerprint));
            if (token.isEmpty()) {
                return new EnrolmentOutcome.Refused(
                        "the token is unknown, expired, revoked or used up; create a new one under Enrolment");
            }
            return enrol(handle, request, token.get());
        });
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
    private static Optional<Token> usedJustNow(Handle handle, String fingerprint, String machine) {
        return handle.createQuery("""
                        SELECT enrolment_token.id, enrolment_token.site_id
                        FROM enrolment_token
                        JOIN agent ON agent.token_id = enrolment_token.id
                        JOIN server ON server.id = agent.server_id
                        WHERE enrolment_token.fingerprint = :fingerprint AND machine = :machine
                          AND enrolled_at > now() - interval '1 hour' AND expires_at > now()
                          AND enrolment_token.revoked_at IS NULL AND agent.revoked_at IS NULL AND retired_at IS NULL
                        """)
                .bind("fingerprint", fingerprint)
                .bind("machine", machine)
                .map((row, context) -> new Token(row.getInt("id"), row.getObject("site_id", Integer.class)))
                .findOne();
    }

    private static EnrolmentOutcome enrol(Handle handle, EnrolmentRequest request, Token token) {
        Member member =
                known(handle, plain(request.machineId(), LONGEST_ID)).orElseGet(() -> join(handle, request, token));
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

    private static Optional<Member> known(Handle handle, String machine) {
        return handle.createQuery("SELECT id, code FROM server WHERE machine = :machine AND retired_at IS NULL")
                .bind("machine", machine)
                .map((row, context) -> new Member(row.getInt("id"), row.getString("code")))
                .findOne();
    }

    private static Member join(Handle handle, EnrolmentRequest request, Token token) {
        String name = plain(request.hostName(), LONGEST_NAME);
        String code = ServerCode.free(name, candidate -> taken(handle, candidate));
        int id = handle.createQuery("""
                        INSERT INTO server (code, name, address, site_id, machine)
                        VALUES (:code, :name, CAST(:address AS inet), :site, :machine)
                        RETURNING id
                        """)
                .bind("code", code)
                .bind("name", name.isBlank() ? code : name)
                .bind("address", address(request.addresses()))
                .bind("site", token.site())
                .bind("machine", plain(request.machineId(), LONGEST_ID))
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
