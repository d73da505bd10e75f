package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adding to a list of an experiment's file, or taking from it; sources move along. */
final class EditorChange {

    private static final Pattern PLACE =
            Pattern.compile("(sites|machines|policies|machines\\[([0-9]{1,3})\\]\\.parts)(?:\\[([0-9]{1,3})\\])?");

    private EditorChange() {}

    /** What nobody could have asked for changes nothing. */
    static void add(ObjectNode root, String list) {
        Matcher place = PLACE.matcher(list);
        if (place.matches() && place.group(3) == null && list(root, place) instanceof ArrayNode found) {
            found.add(fresh(list, found.size() + 1));
        }
    }

    static void remove(ObjectNode root, String path) {
        Matcher place = PLACE.matcher(path);
        if (!place.matches() || place.group(3) == null || !(list(root, place) instanceof ArrayNode found)) {
            return;
        }
        int index = Integer.parseInt(place.group(3));
        if (index < found.size()) {
            found.remove(index);
            moveSources(root, place.group(1), index);
        }
    }

    private static Object list(ObjectNode root, Matcher place) {
        return place.group(2) == null
                ? root.path(place.group(1))
                : root.path("machines").path(Integer.parseInt(place.group(2))).path("parts");
    }

    private static ObjectNode fresh(String list, int number) {
        ObjectNode fresh = JsonNodeFactory.instance.objectNode();
        if (list.equals("policies")) {
            return fresh.put("name", "Policy " + number)
                    .put("noticing", "users")
                    .put("care", "run-to-failure");
        }
        if (list.equals("sites")) {
            return fresh.put("name", "Site " + number).put("count", 1);
        }
        if (list.equals("machines")) {
            fresh.put("name", "Machine " + number).put("down-hour-xaf", 0).put("planned-hour-xaf", 0);
            fresh.putArray("parts").add(fresh("parts", 1));
            return fresh;
        }
        fresh.put("name", "Part " + number).put("group", "other");
        fresh.putObject("life").put("law", "exponential").put("mean", "1 y");
        fresh.putObject("repair").put("corrective", "4 h").put("planned", "1 h").put("place", "on-site");
        return fresh;
    }

    private static void moveSources(ObjectNode root, String list, int gone) {
        if (!(root.get("sources") instanceof ObjectNode sources)) {
            return;
        }
        Pattern element = Pattern.compile(Pattern.quote(list) + "\\[([0-9]{1,3})\\](.*)");
        List<String> names = new ArrayList<>();
        sources.fieldNames().forEachRemaining(names::add);
        ObjectNode moved = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            Matcher place = element.matcher(name);
            if (!place.matches()) {
                moved.set(name, sources.get(name));
                continue;
            }
            int index = Integer.parseInt(place.group(1));
            if (index != gone) {
                String there = "%s[%d]%s".formatted(list, index > gone ? index - 1 : index, place.group(2));
                moved.set(there, sources.get(name));
            }
        }
        root.set("sources", moved);
    }
}
