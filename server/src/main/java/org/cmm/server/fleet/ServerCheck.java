package org.cmm.server.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cmm.server.platform.Problem.FieldFault;

/** Says what is wrong with a draft, field by field, with the remedy, in the language of its words. */
final class ServerCheck {

    static final int LONGEST_LINE = 120;
    static final int LONGEST_NOTES = 4_000;
    static final int MOST_TAGS = 20;
    static final int LONGEST_TAG = 40;

    private static final Set<String> ENVIRONMENTS = Set.of(ServerDraft.ON_PREMISE, ServerDraft.CLOUD);

    private final FleetMessages words;
    private final List<FieldFault> faults = new ArrayList<>();

    ServerCheck(FleetMessages words) {
        this.words = words;
    }

    List<FieldFault> faults(ServerDraft draft) {
        if (!ServerCode.valid(draft.code())) {
            faults.add(new FieldFault("code", words.faultCode()));
        }
        if (draft.name().isEmpty()) {
            faults.add(new FieldFault("name", words.faultName()));
        }
        line("name", draft.name());
        line("owner", draft.owner());
        if (!draft.address().isEmpty() && !IpAddress.valid(draft.address())) {
            faults.add(new FieldFault("address", words.faultAddress()));
        }
        if (!ENVIRONMENTS.contains(draft.environment())) {
            faults.add(new FieldFault("environment", words.faultEnvironment()));
        }
        tags(draft.tags());
        notes(draft.notes());
        return List.copyOf(faults);
    }

    private void line(String field, String text) {
        if (text.length() > LONGEST_LINE) {
            faults.add(new FieldFault(field, words.faultLong(LONGEST_LINE, text.length())));
        } else if (Text.unprintable(text)) {
            faults.add(new FieldFault(field, words.faultUnprintable()));
        }
    }

    private void tags(List<String> tags) {
        boolean wrong = tags.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > LONGEST_TAG || tag.contains(","));
        if (wrong || tags.size() > MOST_TAGS) {
            faults.add(new FieldFault("tags", words.faultTags(MOST_TAGS, LONGEST_TAG)));
        } else if (tags.stream().anyMatch(Text::unprintable)) {
            faults.add(new FieldFault("tags", words.faultUnprintable()));
        }
    }

    private void notes(String notes) {
        if (notes.length() > LONGEST_NOTES) {
            faults.add(new FieldFault("notes", words.faultLong(LONGEST_NOTES, notes.length())));
        } else if (Text.unprintableLines(notes)) {
            faults.add(new FieldFault("notes", words.faultUnprintable()));
        }
    }
}
