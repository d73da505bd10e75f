package org.cmm.server.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cmm.server.platform.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs fill in, the same for pages and API. A field may be missing until {@link CheckedInput} has
 * seen the form. Forms that hold a secret never print it.
 */
final class Forms {

    /** What is empty is missing, which is said once, by the check of its length. */
    private static final String NOTHING_OR = "|";

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'’-]*";
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+";
    private static final int LONGEST_SECRET = 500;

    private Forms() {}

    /** @param login name or e-mail address */
    @Schema(
            requiredProperties = {"login", "password"},
            examples = """
                {"login": "awa@example.org", "password": "a long sentence"}""")
    record LoginForm(
            @PlainText(max = 254) String login,

            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String password) {

        @Override
        public String toString() {
            return "login of " + login;
        }
    }

    @Schema(
            requiredProperties = {"refreshToken"},
            examples = """
                {"refreshToken": "…"}""")
    record RefreshForm(@PlainText(max = LONGEST_SECRET) String refreshToken) {

        @Override
        public String toString() {
            return "refresh";
        }
    }

    @Schema(
            requiredProperties = {"name", "email", "password"},
            examples = """
                {"name": "Awa Ngo", "email": "awa@example.org", "password": "a long sentence"}""")
    record Newcomer(
            @PlainText(min = 2, max = 60) @Pattern(regexp = NOTHING_OR + NAME, message = "{access.name}")
            String name,

            @PlainText(min = 3, max = 254) @Pattern(regexp = NOTHING_OR + EMAIL, message = "{access.email}")
            String email,

            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String password) {

        @Override
        public String toString() {
            return "newcomer " + name;
        }
    }

    /** @param token from the link that the server printed when it started */
    @Schema(
            requiredProperties = {"token", "name", "email", "password"},
            examples = """
                {"token": "…", "name": "Awa Ngo", "email": "awa@example.org", "password": "a long sentence"}""")
    record FirstAdministratorForm(
            @PlainText(max = LONGEST_SECRET) String token,

            @PlainText(min = 2, max = 60) @Pattern(regexp = NOTHING_OR + NAME, message = "{access.name}")
            String name,

            @PlainText(min = 3, max = 254) @Pattern(regexp = NOTHING_OR + EMAIL, message = "{access.email}")
            String email,

            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String password) {

        @Override
        public String toString() {
            return "first administrator " + name;
        }
    }

    @Schema(
            requiredProperties = {"name", "email", "role"},
            examples = """
                {"name": "Paul Essomba", "email": "paul@example.org", "role": "technician"}""")
    record NewUserForm(
            @PlainText(min = 2, max = 60) @Pattern(regexp = NOTHING_OR + NAME, message = "{access.name}")
            String name,

            @PlainText(min = 3, max = 254) @Pattern(regexp = NOTHING_OR + EMAIL, message = "{access.email}")
            String email,

            @NotNull(message = "{access.missing}") Role role) {}

    /** What is absent stays as it is. */
    @Schema(examples = """
                {"role": "technician", "state": "active"}""")
    record UserChange(@Nullable Role role, User.@Nullable State state) {}

    /** What is absent stays as it is. */
    @Schema(examples = """
                {"email": "awa@example.org", "language": "fr"}""")
    record ProfileChange(
            @Nullable @PlainText(min = 0, max = 254) @Pattern(regexp = EMAIL, message = "{access.email}")
            String email,

            @Nullable Language language) {}

    @Schema(
            requiredProperties = {"currentPassword", "newPassword"},
            examples = """
                {"currentPassword": "a long sentence", "newPassword": "another long sentence"}""")
    record PasswordChange(
            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String currentPassword,

            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String newPassword) {

        @Override
        public String toString() {
            return "password change";
        }
    }

    /** @param token from the one-time link that an administrator handed over */
    @Schema(
            requiredProperties = {"token", "password"},
            examples = """
                {"token": "…", "password": "a long sentence"}""")
    record LinkedPassword(
            @PlainText(max = LONGEST_SECRET) String token,

            @NotEmpty(message = "{access.missing}") @Size(max = LONGEST_SECRET)
            String password) {

        @Override
        public String toString() {
            return "password by link";
        }
    }

    @Schema(
            requiredProperties = {"label", "role", "days"},
            examples = """
                {"label": "nightly report", "role": "viewer", "days": 90}""")
    record NewApiToken(
            @PlainText(max = 80) String label,
            @NotNull(message = "{access.missing}") Role role,

            @Min(value = 1, message = "{access.days}") @Max(value = 366, message = "{access.days}")
            int days) {}

    @Schema(
            requiredProperties = {"open"},
            examples = """
                {"open": false}""")
    record RegistrationRule(
            @NotNull(message = "{access.missing}") Boolean open) {}
}
