package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cmm.core.scenario.Policy;
import org.junit.jupiter.api.Test;

class PresetsTest {

    private static final List<String> MONEY = List.of("down-hour-xaf", "hour-xaf", "visit-xaf", "month-xaf");

    private static Stream<ExperimentFile> all() {
        return Presets.NAMES.stream().map(name -> Presets.find(name).orElseThrow());
    }

    @Test
    void everyPresetComparesReactivePeriodicConditionBasedAndAMix() {
        assertThat(all()).hasSize(5).allSatisfy(file -> assertThat(
                        file.scenario().policies())
                .extracting(Policy::name)
                .containsExactly("reactive", "periodic", "condition-based", "mixed"));
    }

    @Test
    void everyLawAndEveryPriceOfAPresetSaysWhereItComesFrom() {
        assertThat(all()).allSatisfy(file -> {
            Set<String> bare = new HashSet<>();
            collect(FileWriter.write(file), "", bare);
            bare.removeIf(path -> file.sources().containsKey(path));
            assertThat(bare).isEmpty();
        });
    }

    /** Laws are objects that name one; prices end in XAF. Those of 0 are of something that there is not. */
    private static void collect(JsonNode node, String path, Set<String> found) {
        node.properties().forEach(entry -> {
            String where = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode value = entry.getValue();
            boolean price = MONEY.contains(entry.getKey()) && value.doubleValue() > 0;
            if ((value.has("law") || price) && !where.startsWith("monitoring.rules")) {
                found.add(where);
            } else if (!where.equals("sources")) {
                collect(value, where, found);
            }
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(node.get(index), "%s[%d]".formatted(path, index), found);
        }
    }
}
