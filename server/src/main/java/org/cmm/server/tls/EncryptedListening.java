package org.cmm.server.tls;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.cmm.server.platform.Listening;
import org.cmm.server.platform.Settings;

/** Sets up the encrypted port. What ciphers are left are those that nobody has a reason to doubt. */
@Singleton
class EncryptedListening implements HttpServerOptionsCustomizer {

    private static final Set<String> VERSIONS = Set.of("TLSv1.3", "TLSv1.2");

    /** Those of TLS 1.3, and of TLS 1.2 those with forward secrecy and authenticated encryption. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final Settings settings;
    private final Encryption encryption;

    EncryptedListening(Settings settings, Encryption encryption) {
        this.settings = settings;
        this.encryption = encryption;
    }

    /** Without a key the framework does not open the port. */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        Listening.of(settings).encrypted().ifPresent(place -> {
            options.setHost(place.host())
                    .setPort(place.port())
                    .setSsl(true)
                    .setKeyCertOptions(KeyCertOptions.wrap(encryption.key().orElseThrow()))
                    .setEnabledSecureTransportProtocols(VERSIONS);
            CIPHERS.forEach(options::addEnabledCipherSuite);
        });
    }
}
