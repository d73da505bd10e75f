package org.cmm.server.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** What is wrong with JSON, in words for who wrote it. */
final class JsonFaults {

    private JsonFaults() {}

    static String described(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '%s'; known are %s".formatted(unknown.getPropertyName(), known(unknown));
            case InvalidFormatException format -> "field '%s' has a value of the wrong type".formatted(path(format));
            case ValueInstantiationException unfit
            when unfit.getCause() instanceof IllegalArgumentException fault -> String.valueOf(fault.getMessage());
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() ->
                "field '%s' has a value of the wrong type or is missing".formatted(path(mismatch));
            case InputCoercionException number -> "a number does not fit" + place(number);
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException ->
                "field '%s' has a number that does not fit".formatted(path(mapping));
            case StreamConstraintsException tooMuch -> "the JSON is nested too deeply, or a part of it is too long";
            default -> "the JSON is malformed" + place(e);
        };
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " near line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
