package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.server.simulation.EditorSchema.Item;
import org.cmm.server.simulation.EditorSchema.Kind;

/** The parameters of a file that can be given other values, with where they are. */
final class Parameters {

    /**
     * @param path in the file
     * @param within what it belongs to, outermost first, by name
     * @param item which parameter it is
     */
    record Parameter(String path, List<String> within, Item item) {

        /** The value of this parameter in a file. */
        Optional<JsonNode> in(ObjectNode root) {
            JsonNode value = holder(root).path(lastKey());
            return value.isMissingNode() ? Optional.empty() : Optional.of(value);
        }

        void set(ObjectNode root, JsonNode value) {
            if (holder(root) instanceof ObjectNode holder) {
                holder.set(lastKey(), value);
            }
        }

        private JsonNode holder(ObjectNode root) {
            JsonNode at = root;
            String[] keys = path.split("\\.");
            for (int index = 0; index < keys.length - 1; index++) {
                at = step(at, keys[index]);
            }
            return at;
        }

        private String lastKey() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        private static JsonNode step(JsonNode at, String key) {
            int bracket = key.indexOf('[');
            return bracket < 0
                    ? at.path(key)
                    : at.path(key.substring(0, bracket))
                            .path(Integer.parseInt(key.substring(bracket + 1, key.length() - 1)));
        }
    }

    private final ObjectNode root;
    private final List<Parameter> all = new ArrayList<>();

    private Parameters(ObjectNode root) {
        this.root = root;
    }

    /** Those that are there and can be scaled. */
    static List<Parameter> of(ObjectNode root) {
        return new Parameters(root).collect();
    }

    private List<Parameter> collect() {
        each("", "sites", List.of(), EditorSchema.SITE);
        JsonNode machines = root.path("machines");
        for (int index = 0; index < machines.size(); index++) {
            String path = "machines[%d]".formatted(index);
            List<String> within = List.of(machines.get(index).path("name").asText());
            add(path, within, machines.get(index), EditorSchema.MACHINE);
            each(
                    path + ".",
                    "parts",
                    within,
                    EditorSchema.PART,
                    machines.get(index).path("parts"));
        }
        add("", List.of(), root, EditorSchema.PEOPLE);
        add("", List.of(), root, EditorSchema.MONITORING);
        each("", "policies", List.of(), EditorSchema.POLICY);
        return all;
    }

    private void each(String before, String list, List<String> within, List<Item> items) {
        each(before, list, within, items, root.path(list));
    }

    private void each(String before, String list, List<String> within, List<Item> items, JsonNode objects) {
        for (int index = 0; index < objects.size(); index++) {
            List<String> names = new ArrayList<>(within);
            names.add(objects.get(index).path("name").asText());
            add("%s%s[%d]".formatted(before, list, index), names, objects.get(index), items);
        }
    }

    private void add(String path, List<String> within, JsonNode object, List<Item> items) {
        for (Item item : items) {
            JsonNode value = object;
            for (String key : item.path().split("\\.")) {
                value = value.path(key);
            }
            boolean scalable = item.kind() != Kind.TEXT
                    && ScaledValue.of(value, item.kind(), 1.5).isPresent();
            if (scalable) {
                String where = path.isEmpty() ? item.path() : path + "." + item.path();
                all.add(new Parameter(where, List.copyOf(within), item));
            }
        }
    }
}
