package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Names that presets use for what people name themselves, and what each preset is. */
@MessageBundle("preset")
public interface PresetMessages {

    @Message("School lab")
    String schoolLab();

    @Message("30 PCs in one room, one technician, power cuts")
    String schoolLabAbout();

    @Message("Town hall")
    String townHall();

    @Message("40 PCs and 2 servers, a weak link")
    String townHallAbout();

    @Message("Data room")
    String dataRoom();

    @Message("40 servers, expensive hours")
    String dataRoomAbout();

    @Message("Hospital")
    String hospital();

    @Message("80 PCs and 5 servers, day and night")
    String hospitalAbout();

    @Message("Ministry with 60 sites")
    String ministry();

    @Message("A head office and 59 field offices, 24 technicians who travel")
    String ministryAbout();

    @Message("School")
    String school();

    @Message("Head office")
    String headOffice();

    @Message("Field office")
    String fieldOffice();

    @Message("PC")
    String pc();

    @Message("Server")
    String server();

    @Message("Hard disk")
    String hardDisk();

    @Message("Power supply")
    String powerSupply();

    @Message("Fan")
    String fan();

    @Message("Memory module")
    String memoryModule();

    @Message("System hangs")
    String systemHang();

    @Message("Disk fills up")
    String diskFilling();

    @Message("Memory leak")
    String memoryLeak();

    @Message("CPU runaway")
    String cpuRunaway();

    @Message("Overheating")
    String overheating();

    @Message("Battery")
    String battery();

    @Message("Reactive")
    String reactive();

    @Message("Periodic")
    String periodic();

    @Message("Condition-based")
    String conditionBased();

    @Message("Mixed")
    String mixed();
}
