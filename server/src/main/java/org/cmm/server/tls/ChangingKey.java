package org.cmm.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The key and certificate of every handshake from now on; connections that stand are left alone. A handshake asks three
 * times, so the one before is kept as well: it gets all its answers from the same certificate.
 */
final class ChangingKey extends X509ExtendedKeyManager {

    private record Named(String alias, KeyAndChain pair) {}

    private record PresentAndPrevious(Named present, Named previous) {}

    private final AtomicReference<PresentAndPrevious> keys;

    ChangingKey(KeyAndChain first) {
        Named present = named(first);
        keys = new AtomicReference<>(new PresentAndPrevious(present, present));
    }

    private static Named named(KeyAndChain pair) {
        return new Named(KeyAndChain.fingerprint(pair.certificate()), pair);
    }

    KeyAndChain present() {
        return keys.get().present().pair();
    }

    void replace(KeyAndChain fresh) {
        keys.updateAndGet(known -> new PresentAndPrevious(named(fresh), known.present()));
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Named present = keys.get().present();
        return keyType.startsWith(present.pair().key().getAlgorithm()) ? present.alias() : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return pair(alias).key();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return pair(alias).chain().toArray(X509Certificate[]::new);
    }

    private KeyAndChain pair(String alias) {
        PresentAndPrevious known = keys.get();
        return known.previous().alias().equals(alias)
                ? known.previous().pair()
                : known.present().pair();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {keys.get().present().alias()};
    }

    /** A server proves itself to nobody else. */
    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
