package org.cmm.server.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that a person typed: long enough, not too long, and without control characters or halves of
 * characters. Absent text is as good as empty text.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /** Fewest characters, blanks at the ends not counted. */
    int min() default 1;

    /** Most characters. */
    int max();

    String message() default "{cmm.text.length}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Does the checking. */
    final class Check implements ConstraintValidator<PlainText, String> {

        private int min;
        private int max;

        @Override
        public void initialize(PlainText bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return min == 0;
            }
            if (text.codePoints().anyMatch(Check::isNoText)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{cmm.text.characters}")
                        .addConstraintViolation();
                return false;
            }
            if (min > 0 && text.isBlank()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{cmm.text.missing}")
                        .addConstraintViolation();
                return false;
            }
            int length = text.strip().codePointCount(0, text.strip().length());
            return length >= min && length <= max;
        }

        private static boolean isNoText(int character) {
            return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
        }
    }
}
