package org.cmm.agent.probe;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells real network interfaces from those whose traffic would be counted twice. */
final class RealInterfaces {
    private static final Pattern VIRTUAL = Pattern.compile(
            "(lo\\d*|(docker|veth|virbr|vmnet|vboxnet|br-|tun|tap|wg|bond|team|dummy|cali|flannel|cni|kube|sit|ip6tnl).*)"
                    + "|.*(loopback|pseudo|virtual adapter|miniport|wfp|qos packet).*");

    private RealInterfaces() {}

    /** By the name of the interface and, on Windows, by its description. */
    static boolean isReal(String name) {
        return !VIRTUAL.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
