package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machine that CMM runs on is called by others. No name server is asked: it may be the one that is away. */
public final class ThisMachine {

    private static final Path NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path IPV6 = Path.of("/proc/net/if_inet6");
    private static final int FLAGS = 4;
    private static final int TEMPORARY = 0x01;

    /** Of networks that exist inside this machine only. */
    private static final String INSIDE = "(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|cali|lxc|podman).*";

    /** Set aside for documentation (RFC 5737); whatever leads there leads to the world outside. */
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("192.0.2.1", 9);

    private ThisMachine() {}

    public static String name() {
        try {
            if (Files.exists(NAME)) {
                return Files.readString(NAME).strip();
            }
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses at which others may find it; those that change by themselves to protect privacy are left out. */
    public static List<InetAddress> addresses() {
        Set<InetAddress> temporary = temporary();
        return interfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .map(ThisMachine::withoutZone)
                .filter(address -> !temporary.contains(address))
                .toList();
    }

    /** The address of the interface that leads out, else the first there is. Nothing is sent to find out. */
    public static Optional<InetAddress> addressForOthers() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(FAR_AWAY);
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() || own.isLoopbackAddress() ? firstAddress() : Optional.of(own);
        } catch (IOException | UncheckedIOException e) {
            return firstAddress();
        }
    }

    /** Then its addresses are known inside the engine only. CMM's image says so: what engines leave behind does not. */
    public static boolean isContainer() {
        return System.getenv("CMM_CONTAINER") != null;
    }

    /** Then nobody sits inside it who could reach what listens there only. */
    static boolean isContainerOfThisProgram() {
        return isContainer() && ProcessHandle.current().pid() == 1;
    }

    private static Optional<InetAddress> firstAddress() {
        List<InetAddress> all = addresses();
        return all.stream()
                .filter(address -> !(address instanceof Inet6Address))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Stream<NetworkInterface> interfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(one -> !one.getName().matches(INSIDE));
        } catch (SocketException e) {
            return Stream.empty();
        }
    }

    private static InetAddress withoutZone(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** Java does not tell them apart; Linux does. */
    private static Set<InetAddress> temporary() {
        try (Stream<String> lines = Files.lines(IPV6)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > FLAGS && (Integer.parseInt(words[FLAGS], 16) & TEMPORARY) != 0)
                    .map(words -> address(words[0]))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private static InetAddress address(String hexadecimal) {
        try {
            return InetAddress.getByAddress(HexFormat.of().parseHex(hexadecimal));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the kernel writes 32 digits", e);
        }
    }
}
