package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.platform.RealDatabase;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.junit.jupiter.api.Test;

/** The form of experiments, with its words. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class EditorIT {

    @Test
    void aFormThatNobodyChangedIsTheSameExperimentInBothLanguages() {
        for (String preset : Presets.NAMES) {
            ExperimentFile file = Presets.find(preset).orElseThrow();
            for (Language language : Language.values()) {
                assertThat(sent(form(FileWriter.write(file), language), language))
                        .isEqualTo(new Read.Sound(file));
            }
        }
    }

    @Test
    void whatWasChangedIsAnAssumptionFromThenOn() {
        ObjectNode root = FileWriter.write(Presets.find("school-lab").orElseThrow());
        MultivaluedMap<String, String> form = form(root, Language.ENGLISH);
        form.putSingle("machines[0].parts[0].life", "exponential, per-year 0.01");
        Read.Sound changed = (Read.Sound) sent(form, Language.ENGLISH);
        assertThat(changed.file().sources()).containsEntry("machines[0].parts[0].life", "A");
        assertThat(root.path("sources").path("machines[0].parts[0].life").asText())
                .startsWith("S ");
    }

    @Test
    void sourcesMoveWithWhatTheyAreOf() {
        ObjectNode root = FileWriter.write(Presets.find("town-hall").orElseThrow());
        String server = root.path("sources").path("machines[1].parts[0].life").asText();
        EditorChange.add(root, "machines[0].parts");
        EditorChange.remove(root, "machines[0].parts[7]");
        EditorChange.remove(root, "machines[0].parts[0]");
        assertThat(root.path("machines").path(0).path("parts").size()).isEqualTo(6);
        assertThat(root.path("sources").path("machines[1].parts[0].life").asText())
                .isEqualTo(server);
        assertThat(FileReader.read(root, new Faults())).isInstanceOf(Read.Sound.class);
        EditorChange.remove(root, "machines[99].parts[99]");
        EditorChange.add(root, "sources");
        EditorChange.remove(root, "name");
        assertThat(FileReader.read(root, new Faults())).isInstanceOf(Read.Sound.class);
    }

    @Test
    void faultsStandBesideTheirFields() {
        ObjectNode root = FileWriter.write(Presets.find("school-lab").orElseThrow());
        MultivaluedMap<String, String> form = form(root, Language.FRENCH);
        form.putSingle("machines[0].parts[0].life", "weibull, shape -1, scale 3 y");
        form.putSingle("policies[3].by-part#2", "sometimes");
        ObjectNode tree = EditorTree.of(form, PresetNames.of(Language.FRENCH));
        List<FileFault> faults = ((Read.Faulty) FileReader.read(tree, new Faults())).faults();
        EditorBoard.Page page = EditorBoard.page(tree, faults, Language.FRENCH);
        assertThat(page.wrong()).isEmpty();
        assertThat(fields(page))
                .filteredOn(field -> !field.fault().isEmpty())
                .extracting(EditorBoard.Field::path)
                .containsExactly("machines[0].parts[0].life", "policies[3].by-part.fan");
    }

    private static Read sent(MultivaluedMap<String, String> form, Language language) {
        return FileReader.read(EditorTree.of(form, PresetNames.of(language)), new Faults());
    }

    private static MultivaluedMap<String, String> form(ObjectNode root, Language language) {
        EditorBoard.Page page = EditorBoard.page(root, List.of(), language);
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("monitoring.rules", page.rules());
        for (EditorBoard.Field field : fields(page)) {
            form.putSingle(field.name(), field.value());
            if (!field.mark().isEmpty()) {
                form.putSingle("source:" + field.name(), field.kept());
                form.putSingle("before:" + field.name(), field.value());
            }
        }
        return form;
    }

    private static List<EditorBoard.Field> fields(EditorBoard.Page page) {
        List<EditorBoard.Field> all = new ArrayList<>();
        page.sections().forEach(section -> section.groups().forEach(group -> {
            all.addAll(group.fields());
            group.inner().forEach(part -> all.addAll(part.fields()));
        }));
        return all;
    }
}
