package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what channels log in with, so that the database or a copy of it alone gives nobody a password away. The key
 * lies on this machine beside CMM's others, and is in its backups with them.
 */
@Singleton
class ChannelKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Settings settings;
    private final ObjectMapper json;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable SecretKeySpec key;

    ChannelKey(Settings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    byte[] encrypt(Map<String, String> secrets) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bytes(secrets)).orElseThrow();
        byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
        return kept;
    }

    /** Empty when another key was used, as by a second server with a data folder of its own. */
    Optional<Map<String, String>> decrypt(byte[] kept) {
        if (kept.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(kept, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(kept, NONCE_BYTES, kept.length))
                .map(this::secrets);
    }

    private Optional<byte[]> cipher(int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(content));
        } catch (javax.crypto.AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            String text =
                    OwnerOnlyFiles.readOrCreate(settings.data().resolve("keys/channel-key"), () -> Base64.getEncoder()
                            .encodeToString(random(KEY_BYTES)));
            SecretKeySpec read = new SecretKeySpec(Base64.getDecoder().decode(text), "AES");
            key = read;
            return read;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "keys/channel-key is damaged; bring it back from a backup, or remove it and type the channels' secrets again",
                    e);
        } finally {
            making.unlock();
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private byte[] bytes(Map<String, String> secrets) {
        try {
            return json.writeValueAsString(secrets).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> secrets(byte[] text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
