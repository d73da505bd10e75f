package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cmm.server.simulation.EditorSchema.Item;
import org.cmm.server.simulation.EditorSchema.Kind;

/**
 * The file that a form describes. A field that is empty is a parameter that is left out; one whose value was changed
 * has lost its source and is an assumption from then on.
 */
final class EditorTree {

    /** No form has more of one thing. */
    private static final int MOST = 400;

    private static final String RULES = "monitoring.rules";
    private static final String SOURCE = "source:";
    private static final String BEFORE = "before:";

    private final MultivaluedMap<String, String> form;
    private final PresetNames names;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> sources = new TreeMap<>();

    private EditorTree(MultivaluedMap<String, String> form, PresetNames names) {
        this.form = form;
        this.names = names;
    }

    static ObjectNode of(MultivaluedMap<String, String> form, PresetNames names) {
        return new EditorTree(form, names).tree();
    }

    private ObjectNode tree() {
        read(root, "", EditorSchema.RUN);
        ArrayNode sites = root.putArray("sites");
        each("sites", path -> read(sites.addObject(), path, EditorSchema.SITE));
        ArrayNode machines = root.putArray("machines");
        each("machines", path -> {
            ObjectNode machine = machines.addObject();
            read(machine, path, EditorSchema.MACHINE);
            ArrayNode parts = machine.putArray("parts");
            each(path + ".parts", part -> read(parts.addObject(), part, EditorSchema.PART));
        });
        read(root, "", EditorSchema.PEOPLE);
        read(root, "", EditorSchema.MONITORING);
        value(RULES).ifPresent(rules -> FileReader.tree(rules, new Faults())
                .ifPresent(read -> object(root, "monitoring").set("rules", read)));
        ArrayNode policies = root.putArray("policies");
        each("policies", path -> read(policies.addObject(), path, EditorSchema.POLICY));
        byName(sites, "machines", machines.findValuesAsText("name").isEmpty() ? List.of() : kinds(root), Kind.NUMBER);
        byName(policies, "by-part", parts(root), Kind.CARE);
        if (!sources.isEmpty()) {
            ObjectNode written = root.putObject("sources");
            sources.forEach(written::put);
        }
        return root;
    }

    /** Names of the kinds of machines, in their order. */
    static List<String> kinds(ObjectNode root) {
        Set<String> kinds = new LinkedHashSet<>();
        root.path("machines").forEach(machine -> kinds.add(machine.path("name").asText()));
        return List.copyOf(kinds);
    }

    /** Names of the parts of all machines, each once. */
    static List<String> parts(ObjectNode root) {
        Set<String> parts = new LinkedHashSet<>();
        root.path("machines").forEach(machine -> machine.path("parts")
                .forEach(part -> parts.add(part.path("name").asText())));
        return List.copyOf(parts);
    }

    private interface Reading {
        void at(String path);
    }

    private void each(String list, Reading reading) {
        for (int index = 0; index < MOST && form.containsKey("%s[%d].name".formatted(list, index)); index++) {
            reading.at("%s[%d]".formatted(list, index));
        }
    }

    private void read(ObjectNode object, String path, List<Item> items) {
        for (Item item : items) {
            String name = path.isEmpty() ? item.path() : path + "." + item.path();
            value(name).ifPresent(text -> {
                String kept = item.path().equals("name") ? names.kept(text) : text;
                put(object, item.path(), LineText.read(kept, item.kind()));
                keepSource(name, name, text);
            });
        }
        JsonNode warning = object.path("warning");
        if (warning instanceof ObjectNode found && !found.has("sign")) {
            found.put("sign", "hidden");
        }
    }

    /** Fields are numbered by the place of the name that they are about, which may be any text. */
    private void byName(ArrayNode list, String key, List<String> all, Kind kind) {
        for (int index = 0; index < list.size(); index++) {
            ObjectNode object = (ObjectNode) list.get(index);
            String path = (key.equals("machines") ? "sites" : "policies") + "[%d].%s".formatted(index, key);
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            for (int place = 0; place < all.size(); place++) {
                String name = path + "#" + place;
                String about = all.get(place);
                String file = path + "." + about;
                value(name).ifPresent(text -> {
                    values.set(about, LineText.read(text, kind));
                    keepSource(name, file, text);
                });
            }
            if (!values.isEmpty()) {
                object.set(key, values);
            }
        }
    }

    private void keepSource(String field, String path, String text) {
        value(SOURCE + field).ifPresent(source -> {
            boolean same = value(BEFORE + field).filter(text::equals).isPresent();
            sources.put(path, same ? source : "A");
        });
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static void put(ObjectNode object, String path, JsonNode value) {
        String[] keys = path.split("\\.");
        ObjectNode inner = object;
        for (int index = 0; index < keys.length - 1; index++) {
            inner = object(inner, keys[index]);
        }
        inner.set(keys[keys.length - 1], value);
    }

    private static ObjectNode object(ObjectNode object, String key) {
        return object.get(key) instanceof ObjectNode found ? found : object.putObject(key);
    }
}
