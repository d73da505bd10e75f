package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cmm.server.platform.Settings;

/** Turns a password somebody chose into its hash, if it keeps the rules. */
@ApplicationScoped
class NewPasswords {

    private final PasswordHashes hashes;
    private final Wording wording;
    private final String organisation;

    @Inject
    NewPasswords(PasswordHashes hashes, Wording wording, Settings settings) {
        this.hashes = hashes;
        this.wording = wording;
        this.organisation = settings.organisation();
    }

    /**
     * Hash of the password.
     *
     * @param field name of the field it was typed into, for the words of a refusal
     */
    String hash(String field, String password, String name, String email) {
        check(field, password, name, email);
        return hashes.of(password);
    }

    void check(String field, String password, String name, String email) {
        List<String> names = List.of(name, email, email.split("@", 2)[0], organisation);
        PasswordRules.fault(password, names).ifPresent(fault -> {
            throw wording.fieldFault(field, wording.of(fault)).exception();
        });
    }
}
