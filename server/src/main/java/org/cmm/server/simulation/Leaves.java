package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** All parameters of a file by their paths, each on one line; a law is one parameter. */
final class Leaves {

    private final Map<String, String> all = new LinkedHashMap<>();

    private Leaves() {}

    static Map<String, String> of(ObjectNode root) {
        Leaves leaves = new Leaves();
        ObjectNode parameters = root.deepCopy();
        parameters.remove("sources");
        leaves.collect(parameters, "");
        return leaves.all;
    }

    private void collect(JsonNode node, String path) {
        if (node.isValueNode() || node.has("law")) {
            all.put(path, LineText.of(node));
            return;
        }
        node.properties()
                .forEach(entry ->
                        collect(entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey()));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(node.get(index), "%s[%d]".formatted(path, index));
        }
    }
}
