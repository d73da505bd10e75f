package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.server.platform.Spelling;

/**
 * Reads one object of an experiment's file, key by key, and collects every fault on the way. What is faulty is read as
 * something harmless, which {@link #build} then never uses. Not thread-safe.
 */
final class Fields {

    private final ObjectNode object;
    private final String path;
    private final Faults faults;
    private final int faultsBefore;
    private final boolean readable;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode node, String path, Faults faults) {
        this.path = path;
        this.faults = faults;
        faultsBefore = faults.count();
        readable = node.isObject();
        if (node instanceof ObjectNode given) {
            object = given;
        } else {
            object = JsonNodeFactory.instance.objectNode();
            faults.add(path, FaultKind.NOT_OBJECT);
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Faults faults() {
        return faults;
    }

    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    /** The value as it is there, if it is. */
    Optional<JsonNode> node(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private Optional<JsonNode> required(String name) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty() && readable) {
            faults.add(path(name), FaultKind.MISSING);
        }
        return node;
    }

    String text(String name, int most) {
        return required(name).map(node -> text(name, node, most)).orElse("");
    }

    String text(String name, int most, String otherwise) {
        return node(name).map(node -> text(name, node, most)).orElse(otherwise);
    }

    private String text(String name, JsonNode node, int most) {
        if (!node.isTextual()) {
            faults.add(path(name), FaultKind.NOT_TEXT);
            return "";
        }
        String text = node.textValue();
        if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(path(name), FaultKind.LENGTH, Integer.toString(most));
        }
        return text;
    }

    /** A number above 0. */
    double positive(String name) {
        double value = required(name).map(node -> number(name, node)).orElse(1.0);
        if (!(value > 0)) {
            faults.add(path(name), FaultKind.ABOVE, "0", Numbers.text(value));
        }
        return value;
    }

    double number(String name, double least, double most) {
        return required(name).map(node -> between(name, node, least, most)).orElse(least);
    }

    double number(String name, double least, double most, double otherwise) {
        return node(name).map(node -> between(name, node, least, most)).orElse(otherwise);
    }

    private double between(String name, JsonNode node, double least, double most) {
        int before = faults.count();
        double value = number(name, node);
        if (faults.count() == before && !(value >= least && value <= most)) {
            faults.add(path(name), FaultKind.BETWEEN, Numbers.text(least), Numbers.text(most), Numbers.text(value));
        }
        return value;
    }

    private double number(String name, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            faults.add(path(name), FaultKind.NOT_NUMBER, shown(node));
            return 1;
        }
        return node.doubleValue();
    }

    /** A share of 0 to 1, or percent. */
    double share(String name, double otherwise) {
        return node(name)
                .map(node -> Numbers.share(node).orElseGet(() -> {
                    faults.add(path(name), FaultKind.NOT_SHARE, shown(node));
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    int whole(String name, int least, int most, int otherwise) {
        return (int) whole(name, (long) least, most, otherwise);
    }

    long whole(String name, long least, long most, long otherwise) {
        return node(name).map(node -> whole(name, node, least, most)).orElse(otherwise);
    }

    long whole(String name, JsonNode node, long least, long most) {
        if (!node.isNumber() || !isWhole(node)) {
            faults.add(path(name), FaultKind.NOT_WHOLE, shown(node));
            return least;
        }
        BigDecimal value = node.decimalValue();
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(path(name), FaultKind.BETWEEN, Long.toString(least), Long.toString(most), shown(node));
            return least;
        }
        return value.longValueExact();
    }

    private static boolean isWhole(JsonNode node) {
        // a number such as 1e999999999 must not be unfolded
        return node.isIntegralNumber()
                || Math.abs(node.doubleValue()) < 1e15
                        && node.doubleValue() == Math.rint(node.doubleValue())
                        && node.decimalValue().scale() < 1000
                        && node.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    Duration time(String name, Duration otherwise) {
        return node(name).map(node -> time(name, node)).orElse(otherwise);
    }

    Duration time(String name) {
        return required(name).map(node -> time(name, node)).orElse(Duration.ofHours(1));
    }

    private Duration time(String name, JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .flatMap(text -> TimeText.duration(text.textValue()))
                .orElseGet(() -> {
                    faults.add(path(name), FaultKind.NOT_TIME, shown(node));
                    return Duration.ofHours(1);
                });
    }

    /** Times above 0 only. */
    Duration positiveTime(String name) {
        Duration time = time(name);
        if (!time.isPositive()) {
            faults.add(path(name), FaultKind.ABOVE, "0 h", TimeText.of(time));
        }
        return time;
    }

    Law law(String name) {
        return required(name)
                .map(node -> LawText.read(node, path(name), faults))
                .orElse(new Fixed(1));
    }

    Law law(String name, Law otherwise) {
        return node(name).map(node -> LawText.read(node, path(name), faults)).orElse(otherwise);
    }

    /** A law of something that is over some time. */
    Law ending(String name, Law otherwise) {
        Law law = law(name, otherwise);
        if (law.mean() == Double.POSITIVE_INFINITY) {
            faults.add(path(name), FaultKind.NEVER_ENDS);
            return otherwise;
        }
        return law;
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        return node(name)
                .map(node -> choice(name, node, otherwise.getDeclaringClass()).orElse(otherwise))
                .orElse(otherwise);
    }

    private <E extends Enum<E>> Optional<E> choice(String name, JsonNode node, Class<E> all) {
        Optional<E> found = Spelling.read(all, node.asText());
        if (found.isEmpty()) {
            String choices = String.join(
                    ", ",
                    Arrays.stream(all.getEnumConstants()).map(Spelling::of).toList());
            faults.add(path(name), FaultKind.NOT_ONE_OF, choices, shown(node));
        }
        return found;
    }

    /** Something that is written as text, such as a day. */
    <T> T parsed(String name, T otherwise, FaultKind fault, Function<String, Optional<T>> parse) {
        return node(name)
                .map(node -> Optional.of(node)
                        .filter(JsonNode::isTextual)
                        .flatMap(text -> parse.apply(text.textValue()))
                        .orElseGet(() -> {
                            faults.add(path(name), fault, shown(node));
                            return otherwise;
                        }))
                .orElse(otherwise);
    }

    /** Another object, if it is there. */
    <T> Optional<T> object(String name, Function<Fields, Optional<T>> read) {
        return node(name).flatMap(node -> read.apply(new Fields(node, path(name), faults)));
    }

    /** A list of objects; those that are faulty are left out of it. */
    <T> List<T> list(String name, int least, int most, Function<Fields, Optional<T>> read) {
        return elements(name, least, most, (node, where) -> read.apply(new Fields(node, where, faults)));
    }

    interface Element<T> {
        Optional<T> read(JsonNode node, String path);
    }

    <T> List<T> elements(String name, int least, int most, Element<T> read) {
        Optional<JsonNode> found = least > 0 ? required(name) : node(name);
        if (found.isEmpty()) {
            return List.of();
        }
        JsonNode list = found.get();
        if (!list.isArray()) {
            faults.add(path(name), FaultKind.NOT_LIST);
            return List.of();
        }
        if (list.size() < least || list.size() > most) {
            String[] numbers = {Integer.toString(least), Integer.toString(most), Integer.toString(list.size())};
            faults.add(path(name), FaultKind.COUNT, numbers);
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            read.read(list.get(index), "%s[%d]".formatted(path(name), index)).ifPresent(all::add);
        }
        return all;
    }

    /** A fault of this object as a whole. */
    void fault(FaultKind kind, String... about) {
        faults.add(path, kind, about);
    }

    /** The names of what it holds, whatever they are. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        known.addAll(names);
        return names;
    }

    /** Makes the thing of what was read, unless there was a fault; says which keys nobody knows. */
    <T> Optional<T> build(Supplier<T> thing) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(name);
            }
        });
        if (faults.count() > faultsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(thing.get());
        } catch (IllegalArgumentException e) {
            faults.add(
                    path,
                    FaultKind.RULED_OUT,
                    Optional.ofNullable(e.getMessage()).orElse(""));
            return Optional.empty();
        }
    }

    private void refuse(String name) {
        Optional<String> near = Near.of(name, known);
        String where = path(Numbers.cut(name));
        near.ifPresentOrElse(
                word -> faults.add(where, FaultKind.UNKNOWN_NEAR, word),
                () -> faults.add(where, FaultKind.UNKNOWN, String.join(", ", known)));
    }

    static String shown(JsonNode node) {
        return Numbers.cut(node.toString());
    }
}
