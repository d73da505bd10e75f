package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs and reads the short-lived tokens that name a session (RFC 7519, ES256). */
@ApplicationScoped
class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "cmm";
    private static final String SESSION = "sid";
    private static final AlgorithmConstraints ONLY_ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final InstantSource clock;
    private final EllipticCurveJsonWebKey key;

    @Inject
    AccessTokens(Settings settings, InstantSource clock) {
        this.clock = clock;
        this.key = key(OwnerOnlyFiles.readOrCreate(
                settings.data().resolve("keys/access-token-key.json"), AccessTokens::newKey));
    }

    /** A signed token and when it ends. */
    record Signed(String token, Instant expiresAt) {}

    Signed sign(User user, UUID session) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(Integer.toString(user.id()));
        claims.setStringClaim(SESSION, session.toString());
        claims.setStringListClaim(
                "groups", user.role().words().stream().sorted().toList());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(LIFE)));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return new Signed(signature.getCompactSerialization(), now.plus(LIFE));
        } catch (JoseException e) {
            throw new IllegalStateException("the access token cannot be signed", e);
        }
    }

    /** The session that a token names, if CMM signed it and it has not ended. */
    Optional<UUID> session(String token) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setExpectedIssuer(ISSUER)
                    .setRequireExpirationTime()
                    .setJwsAlgorithmConstraints(ONLY_ES256)
                    .setVerificationKey(key.getPublicKey())
                    .setEvaluationTime(date(clock.instant()))
                    .build()
                    .processToClaims(token);
            return Optional.of(UUID.fromString(claims.getStringClaimValue(SESSION)));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static NumericDate date(Instant time) {
        return NumericDate.fromMilliseconds(time.toEpochMilli());
    }

    private static String newKey() {
        try {
            EllipticCurveJsonWebKey fresh = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            fresh.setKeyId(UUID.randomUUID().toString());
            return fresh.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("every Java runtime has the curve P-256", e);
        }
    }

    private static EllipticCurveJsonWebKey key(String json) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(json);
        } catch (JoseException | ClassCastException e) {
            throw new IllegalStateException(
                    "keys/access-token-key.json is damaged; remove it, and everybody logs in again", e);
        }
    }
}
