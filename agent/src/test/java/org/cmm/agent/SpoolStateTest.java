package org.cmm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpoolStateTest {
    private final List<String> said = new ArrayList<>();
    private final SpoolState state = new SpoolState(said::add, 40);

    @Test
    void whatWasDroppedInAnEarlierRunIsNoNews() {
        state.kept(40);

        assertThat(said).isEmpty();
    }

    @Test
    void saysOnceThatSamplesMakeRoomAndOnceThatTheyNeedNot() {
        state.kept(41);
        state.kept(42);
        state.kept(43);
        state.drained();
        state.kept(43);
        state.drained();

        assertThat(said)
                .containsExactly(
                        "the spool is full: the oldest samples make room, 41 so far",
                        "the spool has room again, 43 samples made room");
    }

    @Test
    void saysOnceThatTheDiskIsFullAndOnceThatItIsNot() {
        state.lost(new IOException("No space left on device"));
        state.lost(new IOException("No space left on device"));
        state.kept(40);
        state.lost(new IOException("No space left on device"));

        assertThat(said)
                .containsExactly(
                        "the spool cannot be written (No space left on device): samples are being lost,"
                                + " make room on the disk",
                        "the spool can be written again, 2 sample(s) were lost",
                        "the spool cannot be written (No space left on device): samples are being lost,"
                                + " make room on the disk");
        assertThat(state.lostInAll()).isEqualTo(3);
    }
}
