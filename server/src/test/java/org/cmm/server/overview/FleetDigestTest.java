package org.cmm.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cmm.server.overview.FleetView.Pager;
import org.junit.jupiter.api.Test;

class FleetDigestTest {

    @Test
    void aPageCarriesItAlongAsText() {
        FleetDigest digest = FleetDigest.of(view(row("pc-001", "12 %"), row("pc-002", "40 %")));
        assertThat(FleetDigest.parse(digest.toString())).isEqualTo(digest);
    }

    @Test
    void aReadingChangesItsRowAlone() {
        FleetDigest before = FleetDigest.of(view(row("pc-001", "12 %"), row("pc-002", "40 %")));
        FleetDigest now = FleetDigest.of(view(row("pc-001", "13 %"), row("pc-002", "40 %")));
        assertThat(now.sameRowsAs(before)).isTrue();
        assertThat(now.rows().get(0)).isNotEqualTo(before.rows().get(0));
        assertThat(now.rows().get(1)).isEqualTo(before.rows().get(1));
        assertThat(now.head()).isEqualTo(before.head());
    }

    @Test
    void rowsThatChangePlacesAreOtherRows() {
        FleetDigest before = FleetDigest.of(view(row("pc-001", "12 %"), row("pc-002", "40 %")));
        FleetDigest now = FleetDigest.of(view(row("pc-002", "40 %"), row("pc-001", "12 %")));
        assertThat(now.sameRowsAs(before)).isFalse();
    }

    @Test
    void whatNobodyWroteShowsNothing() {
        FleetDigest shown = FleetDigest.parse("<script>");
        assertThat(shown.sameRowsAs(FleetDigest.of(view(row("pc-001", "12 %")))))
                .isFalse();
        assertThat(FleetDigest.parse("")).isEqualTo(new FleetDigest("", "", "", "", List.of()));
    }

    private static FleetView view(FleetRow... rows) {
        return new FleetView(
                rows.length,
                "",
                "",
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(rows),
                new Pager("", null, null),
                "",
                List.of(),
                false,
                "");
    }

    private static FleetRow row(String code, String cpu) {
        Meter meter = new Meter("CPU", cpu, 12, "");
        return new FleetRow(code, code, "ok", "Up", "", "", false, false, meter, meter, meter, "", "1 d");
    }
}
