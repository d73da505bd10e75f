package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cmm.server.access.Language;
import org.cmm.server.simulation.EditorSchema.Item;
import org.cmm.server.simulation.EditorSchema.Kind;
import org.cmm.server.simulation.NewExperimentPages.Wrong;

/** An experiment's file as a form: sections, groups of fields, each with its unit, its source and its fault. */
final class EditorBoard {

    private final ObjectNode root;
    private final List<FileFault> faults;
    private final Language language;
    private final PresetNames names;
    private final EditorMessages messages;
    private final ParameterNames parameters;
    private final Set<String> fields = new HashSet<>();
    private final Map<String, String> faultOf = new HashMap<>();

    private EditorBoard(ObjectNode root, List<FileFault> faults, Language language) {
        Localized.Literal literal = Localized.Literal.of(language.code());
        this.root = root;
        this.faults = faults;
        this.language = language;
        names = PresetNames.of(language);
        messages = MessageBundles.get(EditorMessages.class, literal);
        parameters = new ParameterNames(MessageBundles.get(ParameterMessages.class, literal));
    }

    record Choice(String value, String label, boolean chosen) {}

    /**
     * @param name of the field in the form
     * @param path of the parameter in the file
     * @param mark S, R, A or C; empty when nobody said
     * @param fault empty when there is none
     */
    record Field(
            String name,
            String path,
            String label,
            String value,
            String unit,
            List<Choice> choices,
            String mark,
            String markWord,
            String source,
            String fault) {

        /** As it goes with the form, to be told when it is no longer true. */
        public String kept() {
            return source.isEmpty() ? mark : mark + " " + source;
        }
    }

    /**
     * @param path what removing it names; empty for what cannot be removed
     * @param add the list to which something can be added within; empty for none
     */
    record Group(String title, String path, List<Field> fields, List<Group> inner, String add, String addLabel) {}

    record Section(String title, String hint, List<Group> groups, String add, String addLabel) {}

    /** @param wrong what has no field of its own */
    record Page(List<Section> sections, String rules, List<Wrong> wrong, boolean faulty) {}

    static Page page(ObjectNode root, List<FileFault> faults, Language language) {
        return new EditorBoard(root, faults, language).page();
    }

    private Page page() {
        sections();
        List<Wrong> wrong = new ArrayList<>();
        for (FileFault fault : faults) {
            Optional<String> field = fieldOf(fault.path());
            field.ifPresentOrElse(
                    name -> faultOf.merge(name, words(fault), (one, other) -> one + " · " + other),
                    () -> wrong.add(new Wrong(fault.path(), words(fault))));
        }
        String rules = root.path("monitoring").path("rules").toString();
        return new Page(sections(), rules, wrong, !faults.isEmpty());
    }

    private String words(FileFault fault) {
        return language == Language.FRENCH ? fault.french() : fault.english();
    }

    /** The field of the parameter, or of the nearest one that it is a part of. */
    private Optional<String> fieldOf(String path) {
        String at = path;
        while (!at.isEmpty()) {
            if (fields.contains(at)) {
                return Optional.of(at);
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('.')));
        }
        return Optional.empty();
    }

    private List<Section> sections() {
        List<Group> machines = groups("machines", this::machine);
        return List.of(
                new Section(messages.sectionRun(), messages.lawHint(), List.of(plain(EditorSchema.RUN)), "", ""),
                new Section(messages.sectionSites(), "", groups("sites", this::site), "sites", messages.addSite()),
                new Section(messages.sectionMachines(), "", machines, "machines", messages.addMachine()),
                new Section(messages.sectionPeople(), "", List.of(plain(EditorSchema.PEOPLE)), "", ""),
                new Section(messages.sectionMonitoring(), "", List.of(plain(EditorSchema.MONITORING)), "", ""),
                new Section(
                        messages.sectionPolicies(),
                        messages.firstPolicy() + " " + messages.careHint(),
                        groups("policies", this::policy),
                        "policies",
                        messages.addPolicy()));
    }

    private Group plain(List<Item> items) {
        return new Group("", "", fields(root, "", items), List.of(), "", "");
    }

    private interface Making {
        Group of(JsonNode node, String path, boolean removable);
    }

    private List<Group> groups(String list, Making making) {
        JsonNode all = root.path(list);
        List<Group> groups = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            groups.add(making.of(all.get(index), "%s[%d]".formatted(list, index), all.size() > 1));
        }
        return groups;
    }

    private Group site(JsonNode site, String path, boolean removable) {
        List<Field> fields = fields(site, path, EditorSchema.SITE);
        List<String> kinds = EditorTree.kinds(root);
        for (int place = 0; place < kinds.size(); place++) {
            String kind = kinds.get(place);
            JsonNode count = site.path("machines").path(kind);
            Item item = Item.of("", "");
            String label = messages.machinesOf(names.shown(kind));
            fields.add(field(path + ".machines#" + place, path + ".machines." + kind, label, item, count));
        }
        return new Group(title(site), removable ? path : "", fields, List.of(), "", "");
    }

    private Group machine(JsonNode machine, String path, boolean removable) {
        List<Group> parts = new ArrayList<>();
        JsonNode all = machine.path("parts");
        for (int index = 0; index < all.size(); index++) {
            String part = "%s.parts[%d]".formatted(path, index);
            parts.add(new Group(
                    title(all.get(index)), part, fields(all.get(index), part, EditorSchema.PART), List.of(), "", ""));
        }
        return new Group(
                title(machine),
                removable ? path : "",
                fields(machine, path, EditorSchema.MACHINE),
                parts,
                path + ".parts",
                messages.addPart());
    }

    private Group policy(JsonNode policy, String path, boolean removable) {
        List<Field> fields = fields(policy, path, EditorSchema.POLICY);
        List<String> parts = EditorTree.parts(root);
        for (int place = 0; place < parts.size(); place++) {
            String part = parts.get(place);
            JsonNode care = policy.path("by-part").path(part);
            String label = messages.careOf(names.shown(part));
            Item item = new Item("", Kind.CARE);
            fields.add(field(path + ".by-part#" + place, path + ".by-part." + part, label, item, care));
        }
        return new Group(title(policy), removable ? path : "", fields, List.of(), "", "");
    }

    private String title(JsonNode named) {
        return names.shown(named.path("name").asText());
    }

    private List<Field> fields(JsonNode object, String path, List<Item> items) {
        List<Field> all = new ArrayList<>();
        for (Item item : items) {
            JsonNode value = object;
            for (String key : item.path().split("\\.")) {
                value = value.path(key);
            }
            String name = path.isEmpty() ? item.path() : path + "." + item.path();
            all.add(field(name, name, parameters.of(item.path()), item, value));
        }
        return all;
    }

    private Field field(String name, String path, String label, Item item, JsonNode value) {
        fields.add(path);
        String source = source(path);
        String mark = source.isEmpty() ? "" : source.substring(0, 1);
        String text = value.isMissingNode() ? "" : LineText.of(value);
        return new Field(
                name,
                path,
                label,
                item.path().equals("name") ? names.shown(text) : text,
                item.unit(),
                item.choices().stream()
                        .map(choice -> new Choice(choice, parameters.ofChoice(choice), choice.equals(text)))
                        .toList(),
                mark,
                markWord(mark),
                source.length() > 2 ? source.substring(2) : "",
                faultOf.getOrDefault(path, ""));
    }

    /** Its own source, or that of something within it. */
    private String source(String path) {
        JsonNode sources = root.path("sources");
        if (sources.has(path)) {
            return sources.get(path).asText();
        }
        return sources.properties().stream()
                .filter(source -> source.getKey().startsWith(path + "."))
                .findFirst()
                .map(source -> source.getValue().asText())
                .orElse("");
    }

    private String markWord(String mark) {
        return switch (mark) {
            case "S" -> messages.markS();
            case "R" -> messages.markR();
            case "A" -> messages.markA();
            case "C" -> messages.markC();
            default -> "";
        };
    }
}
