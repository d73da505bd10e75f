package org.cmm.agent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cmm.agent.link.Exchange;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.Refusal;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void nothingToSayMeansAllIsOnDisk() {
        assertThat(answer(204, "")).isEqualTo(new Answer.Delivered(List.of(), false, Optional.empty()));
    }

    @Test
    void readsWhichRowsAreRefusedAndThatAnEpochIsWanted() {
        var body = "{\"accepted\":2,\"refused\":[{\"row\":1,\"reason\":\"from the future\"}],\"newEpoch\":true}";

        assertThat(answer(200, body))
                .isEqualTo(new Answer.Delivered(List.of(new Refusal(1, "from the future")), true, Optional.empty()));
    }

    @Test
    void readsAnOrderForADrillAndNoneInWordsThatItDoesNotKnow() {
        var order = "{\"accepted\":1,\"refused\":[],\"newEpoch\":false,\"drill\":"
                + "{\"key\":\"k\",\"fault\":\"%s\",\"seconds\":60,\"percent\":90}}";

        assertThat(answer(200, order.formatted("cpu")))
                .isEqualTo(new Answer.Delivered(
                        List.of(), false, Optional.of(DrillOrder.of("k", DrillFault.CPU, 60, 90))));
        assertThat(answer(200, order.formatted("format-disk")))
                .isEqualTo(new Answer.Delivered(List.of(), false, Optional.empty()));
    }

    @Test
    void aPageOfAHotelIsNoAnswer() {
        assertThat(answer(200, "<html>please log in</html>"))
                .isEqualTo(new Answer.Later(Optional.empty(), "the server answers 200"));
    }

    @Test
    void tellsAnUnknownLayoutFromAnUnknownAddress() {
        assertThat(answer(404, "{\"type\":\"/problems/unknown-layout\"}")).isEqualTo(new Answer.UnknownLayout());
        assertThat(answer(404, "{\"title\":\"Not Found\"}"))
                .isEqualTo(new Answer.Later(Optional.empty(), "the server answers 404: Not Found"));
    }

    @Test
    void keepsRowsUnlessTheServerSaysItWillNeverTakeThem() {
        assertThat(answer(422, "{\"detail\":\"too old\"}"))
                .isEqualTo(new Answer.Unacceptable("the server answers 422: too old"));
        assertThat(answer(401, "")).isEqualTo(new Answer.Revoked());
        assertThat(answer(500, "")).isInstanceOf(Answer.Later.class);
        assertThat(answer(302, "")).isInstanceOf(Answer.Later.class);
        assertThat(Answers.of(new Exchange.Unreachable("connection refused")))
                .isEqualTo(new Answer.Later(Optional.empty(), "connection refused"));
    }

    @Test
    void passesOnHowLongTheServerWantsToBeLeftAlone() {
        var busy = new Exchange.Answered(503, "", Optional.of(Duration.ofSeconds(20)));

        assertThat(Answers.of(busy))
                .isEqualTo(new Answer.Later(Optional.of(Duration.ofSeconds(20)), "the server answers 503"));
    }

    private static Answer answer(int status, String body) {
        return Answers.of(new Exchange.Answered(status, body, Optional.empty()));
    }
}
