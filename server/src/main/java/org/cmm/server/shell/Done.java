package org.cmm.server.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a page says was just done, once, after it led on from a form: {@code /sites?done=added}. */
enum Done {
    SAVED(ShellMessages::doneSaved),
    ADDED(ShellMessages::doneAdded),
    REMOVED(ShellMessages::doneRemoved),
    RETIRED(ShellMessages::doneRetired),
    RESTORED(ShellMessages::doneRestored),
    REVOKED(ShellMessages::doneRevoked),
    ENDED(ShellMessages::doneEnded),
    APPROVED(ShellMessages::doneApproved),
    REFUSED(ShellMessages::doneRefused),
    DISABLED(ShellMessages::doneDisabled),
    READMITTED(ShellMessages::doneReadmitted),
    PASSWORD(ShellMessages::donePassword);

    private final Function<ShellMessages, String> sentence;

    Done(Function<ShellMessages, String> sentence) {
        this.sentence = sentence;
    }

    /** What this word stands for; whoever writes another into an address is told nothing. */
    static Optional<Done> of(String word) {
        return Arrays.stream(values())
                .filter(done -> done.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    String in(ShellMessages words) {
        return sentence.apply(words);
    }
}
