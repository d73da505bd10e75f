package org.cmm.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.cmm.agent.settings.Settings;
import org.junit.jupiter.api.Test;

class SpoolSizeTest {
    private static final long ROWS_A_DAY = 8_640;

    @Test
    void holdsAWeekOfTheWidestRowsAtTheUsualInterval() {
        SpooledRow widest = Rows.wide(0);
        long row = SegmentContent.framed(RecordFormat.row(widest.row())).length;
        long layout = SegmentContent.framed(RecordFormat.layout(widest.layout())).length;
        long head = layout + SegmentContent.framed(RecordFormat.epoch(widest.anchor())).length;

        long rowsInSegment = (Spool.SEGMENT_BYTES - head) / row;
        long segments = Settings.USUAL_SPOOL_BYTES / (Spool.SEGMENT_BYTES + row) - 1;

        assertThat(rowsInSegment * segments).isGreaterThanOrEqualTo(7 * ROWS_A_DAY);
    }
}
