package org.cmm.server.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a machine's page says, in English; the French is beside the others. */
@MessageBundle("machine")
public interface MachineMessages {

    @Message("Earlier")
    String earlier();

    @Message("sent")
    String transmit();

    @Message("No samples in this span")
    String nothing();

    @Message("The charts could not be refreshed. Trying again shortly.")
    String historyFault();

    @Message("Charts. Drag across one to zoom, double-click to go back.")
    String chartsHint();

    @Message("Process")
    String process();

    @Message("no samples")
    String gap();

    @Message("Back to now")
    String unzoom();

    @Message("Alerts of this machine")
    String alertsOfMachine();
}
