package org.cmm.causes;

import java.util.List;

/**
 * What happened, and what CMM gets to know of it. One day, times by CMM's clock. The last column says what is true: the
 * cause, and behind a comma how many minutes belong to which cause where they are several.
 *
 * <p>Starts: when the machine was started as its uptime says; {@code same} where it ran on, {@code ?} where nobody
 * knows. Later: stretches of which samples arrived afterwards. Told: what the agent told, {@code *} from the system's
 * log, {@code <} since when, {@code #} a detail; {@code battery} where the last sample was taken on battery. Site: what
 * the other machines did. CMM: when it was down.
 */
final class Situations {

    private static final String SINGLE = """
            Windows PC alone at its site, mains gone in the evening | 18:00-19:30 | 19:28 | - | unclean-stop@19:28*, machine-started@19:28, unclean-stop@19:29, agent-started@19:29 | - | - | power
            Linux server alone, mains gone for two hours | 14:00-16:05 | 16:03 | - | unclean-stop@16:04<14:00, machine-started@16:03, agent-started@16:04 | - | - | power
            PC unplugged by the cleaner, its neighbours went on | 17:30-18:10 | 18:09 | - | unclean-stop@18:09*, machine-started@18:09, agent-started@18:10 | heard 6 | - | power
            Server whose UPS shut it down in order as its battery gave in | 20:00-22:00 | 21:58 | - | mains-lost@19:35, battery-low@19:55, stop-planned@19:58*, machine-stopped@19:59*, machine-started@21:58, agent-started@21:59 | - | - | power
            Laptop that ran its battery down without a word | 11:00-13:00 | 12:58 | - | mains-lost@09:10, battery-low@10:58, unclean-stop@12:58*, machine-started@12:58, agent-started@12:59 | heard 3 | - | power
            PC with a small UPS that held for two minutes | 18:02-18:50 | 18:48 | - | mains-lost@18:00, unclean-stop@18:48*, machine-started@18:48, agent-started@18:49 | - | - | power
            Laptop on battery already when its agent was last started, then empty | 15:00-17:00 | 16:58 | - | battery, agent-started@14:00, unclean-stop@16:59, machine-started@16:58, agent-started@16:59 | heard 2 | - | power
            Laptop that hibernated because its battery was nearly empty | 12:00-14:00 | same | - | mains-lost@11:00, battery-low@11:58, fell-asleep@11:59*, woke@14:00<12:00 | heard 2 | - | power
            Blue screen, back after two minutes | 09:00-09:03 | 09:02 | - | unclean-stop@09:02*#bugcheck 0x9f, machine-started@09:02, agent-started@09:03 | heard 5 | - | crash
            Blue screen that nobody cared for until the next morning | 03:00-08:00 | 07:58 | - | unclean-stop@07:58*#bugcheck 0x1e, machine-started@07:58, agent-started@07:59 | heard 5 | - | crash
            Frozen PC, switched off by its button and on again | 10:00-10:20 | 10:19 | - | unclean-stop@10:19*#power-button, machine-started@10:19, agent-started@10:20 | heard 5 | - | crash
            Linux kernel panic that restarts by itself | 04:00-04:03 | 04:02 | - | unclean-stop@04:02<04:00, machine-started@04:02, agent-started@04:03 | heard 4 | - | crash
            Linux kernel panic, machine alone at its site | 04:00-04:02 | 04:01 | - | unclean-stop@04:02, machine-started@04:01, agent-started@04:02 | - | - | crash
            Linux server frozen for a night and reset by hand, alone: no agent can tell | 22:00-07:00 | 06:59 | - | unclean-stop@06:59, machine-started@06:59, agent-started@07:00 | - | - | crash
            Linux PC unplugged by mistake for two minutes, its neighbours went on: no agent can tell | 10:00-10:03 | 10:02 | - | unclean-stop@10:02, machine-started@10:02, agent-started@10:03 | heard 5 | - | power
            Laptop that ran on its battery all day and failed without a stop code: no agent can tell | 15:00-15:04 | 15:03 | - | mains-lost@09:00, unclean-stop@15:03, machine-started@15:03, agent-started@15:04 | heard 5 | - | crash
            Restart for updates | 02:00-02:06 | 02:04 | - | stop-planned@01:59*, machine-stopped@02:00*, machine-started@02:04, agent-started@02:05 | heard 5 | - | planned
            Restart for updates of a Linux server | 02:00-02:04 | 02:03 | - | stop-planned@02:00, agent-stopped@02:00, machine-started@02:03, agent-started@02:04 | - | - | planned
            Shut down for the night | 17:00-07:30 | 07:29 | - | stop-planned@16:59*, machine-stopped@17:00*, machine-started@07:29, agent-started@07:30 | heard 4 | - | planned
            Shut down for the night by fast startup, whose uptime goes on | 17:00-07:30 | same | - | stop-planned@16:59*, fell-asleep@17:00* | heard 4 | - | planned
            Shut down on a Linux without systemd: only the agent ended in order | 17:00-08:00 | 07:58 | - | agent-stopped@17:00, machine-started@07:58, agent-started@07:59 | heard 1 | - | planned
            Restart asked for twenty minutes before, then the mains went | 10:00-11:00 | 10:58 | - | stop-planned@09:40*, machine-stopped@09:41*, machine-started@09:43, agent-started@09:43, unclean-stop@10:58*, machine-started@10:58, agent-started@10:59 | - | - | power
            The mains went while it shut down for updates | 10:00-11:00 | 10:58 | - | stop-planned@09:59*, unclean-stop@10:58*, machine-started@10:58, agent-started@10:59 | - | - | power
            Laptop closed for lunch | 12:00-13:15 | same | - | fell-asleep@12:00*, woke@13:15*<12:00 | heard 4 | - | sleep
            Laptop that slept, known by its clocks alone | 12:00-13:15 | same | - | woke@13:15<12:00 | heard 4 | - | sleep
            Linux laptop on battery, asleep for the night | 19:00-08:00 | same | - | mains-lost@18:30, woke@08:00<19:00 | - | - | sleep
            Laptop that slept in the bag until its battery was empty | 18:00-09:00 | 08:58 | - | fell-asleep@18:00*, unclean-stop@08:58*, machine-started@08:58, agent-started@08:59 | heard 1 | - | sleep
            It had slept before and woken; then the mains went | 15:00-16:00 | 15:58 | - | fell-asleep@12:00*, woke@13:00*<12:00, unclean-stop@15:58*, machine-started@15:58, agent-started@15:59 | - | - | power
            Somebody stopped the agent's service | 09:00-10:00 | same | - | agent-stopped@09:00, agent-started@10:00 | heard 5 | - | agent-stopped
            The agent was killed for want of memory | 09:00-09:40 | same | - | agent-killed@09:40<09:00, agent-started@09:40 | heard 5 | - | agent-stopped
            The agent was updated by hand | 09:00-09:04 | same | - | agent-stopped@09:00, agent-started@09:04 | - | - | agent-stopped
            The agent ended and its marker was lost | 09:00-09:40 | same | - | agent-started@09:40 | heard 5 | - | agent-stopped
            Cable pulled out, the machine measured on | 09:00-10:00 | same | 09:00-10:00 | - | heard 5 | - | link
            Prepaid credit used up for a day | 00:00-20:00 | same | 00:00-20:00 | - | - | - | link
            CMM's name no longer resolved at the machine | 09:00-09:30 | same | 09:00-09:30 | - | heard 8 | - | link
            Machine without an agent that nobody posted for | 09:00-12:00 | ? | - | - | - | - | unknown
            """;

    private static final String SITES = """
            Mains of the site gone, all desktops | 18:00-19:00 | 18:58 | - | unclean-stop@18:58*, machine-started@18:58, agent-started@18:59 | silent 9 back 9 restarted 9 | - | power
            Mains of the site gone, Linux, back within four minutes | 18:00-18:04 | 18:03 | - | unclean-stop@18:03, machine-started@18:03, agent-started@18:04 | silent 9 back 9 restarted 9 | - | power
            Mains of the site gone; this laptop measured on while the router was dark | 18:00-19:00 | same | 18:00-19:00 | mains-lost@18:00, mains-back@18:58 | silent 9 back 9 restarted 8 continued 1 mains 1 | - | power
            Mains of the site gone; this server on a UPS that tells nothing measured on | 18:00-19:00 | same | 18:00-19:00 | - | silent 9 back 9 restarted 8 continued 1 | - | power
            Mains of the site gone; a desktop among laptops, whose batteries told | 18:00-19:00 | 18:58 | - | machine-started@18:58, agent-started@18:59 | silent 6 back 6 restarted 1 continued 5 mains 5 | - | power
            Mains of the site gone; the desktop was up before the router | 18:00-19:00 | 18:50 | 18:52-19:00 | unclean-stop@18:51*, machine-started@18:50, agent-started@18:51 | silent 9 back 9 restarted 9 | - | power, power 60
            Mains of the site gone; the last samples before and the first after it came with the first delivery | 18:00-19:00 | 18:56 | 18:00-18:01,18:57-19:00 | unclean-stop@18:57*, machine-started@18:56, agent-started@18:57 | silent 9 back 9 restarted 9 | - | power, power 60
            Mains of the site gone; one machine has a 4G stick and a battery | 18:00-19:00 | 18:58 | - | unclean-stop@18:58, machine-started@18:58, agent-started@18:59 | heard 1 silent 8 back 8 restarted 8 | - | power
            Line of the site cut | 10:00-12:00 | same | 10:00-12:00 | - | silent 9 back 9 continued 9 | - | link
            Line of the site cut, and one PC was restarted for updates meanwhile | 10:00-12:00 | 11:04 | 10:00-11:00,11:05-12:00 | stop-planned@10:59*, machine-stopped@11:00*, machine-started@11:04, agent-started@11:05 | silent 9 back 9 continued 9 | - | link, link 115, planned 5
            Line of the site cut, and one PC crashed meanwhile | 10:00-12:00 | 11:04 | 10:00-11:00,11:06-12:00 | unclean-stop@11:04*#bugcheck 0x50, machine-started@11:04, agent-started@11:05 | silent 9 back 9 continued 9 | - | link, link 114, crash 6
            Line of the site cut, then its mains for most of the time | 10:00-14:00 | 13:50 | 10:00-11:00,13:52-14:00 | unclean-stop@13:50*, machine-started@13:50, agent-started@13:51 | silent 9 back 9 restarted 9 | - | power
            Line of the site cut; this machine kept no samples | 10:00-12:00 | same | - | - | silent 9 back 9 continued 9 | - | link
            CMM's own internet was away while CMM ran on; every site measured on | 10:00-11:00 | same | 10:00-11:00 | - | silent 9 back 9 continued 9 everywhere | - | link
            CMM's own internet was away; this machine keeps no samples | 10:00-11:00 | same | - | - | everywhere | - | link
            CMM's own internet was away, and this PC was restarted for updates just then | 10:00-10:20 | 10:04 | - | stop-planned@10:00*, machine-stopped@10:00*, machine-started@10:04, agent-started@10:05 | silent 9 back 9 continued 9 everywhere | - | planned
            One switch of the site failed: some silent, others heard, all measured on | 10:00-11:00 | same | 10:00-11:00 | - | heard 6 silent 3 back 3 continued 3 | - | link
            Laptop closed in the minute in which the line was cut | 10:00-12:00 | same | - | woke@12:00<10:00 | silent 4 back 4 continued 4 | - | sleep
            Line cut; one of two machines, the other not back yet | 10:00-10:30 | same | 10:00-10:30 | - | silent 1 | - | link
            Technicians shut the whole site down for works on its wiring | 08:00-12:00 | 11:58 | - | stop-planned@07:59*, machine-stopped@08:00*, machine-started@11:58, agent-started@11:59 | silent 6 back 6 restarted 6 | - | planned
            """;

    private static final String OVERLAPS = """
            CMM down during a power cut | 18:00-20:00 | 19:58 | - | unclean-stop@19:58*, machine-started@19:58, agent-started@19:59 | silent 5 back 5 restarted 5 | 18:30-19:00 | power, power 90, cmm 30
            CMM and a Windows PC lost the same mains, CMM was back later | 18:00-20:00 | 19:30 | 19:32-20:00 | unclean-stop@19:30*, machine-started@19:30, agent-started@19:31 | silent 5 back 5 restarted 5 | 18:00-20:00 | power, cmm 120
            CMM down, a machine that keeps no samples ran on | 10:00-11:00 | same | - | - | - | 10:00-11:00 | cmm, cmm 60
            CMM down, the agent measured on | 10:00-11:00 | same | 10:00-11:00 | - | silent 5 back 5 continued 5 | 10:00-11:00 | cmm, cmm 60
            CMM down, and the machine crashed just then | 10:00-11:00 | 10:31 | 10:00-10:28,10:33-11:00 | unclean-stop@10:31*#bugcheck 0x7e, machine-started@10:31, agent-started@10:32 | - | 10:00-11:00 | crash, cmm 60
            Line cut for three hours, CMM down in the last | 10:00-13:00 | same | 10:00-13:00 | - | silent 4 back 4 continued 4 | 12:00-13:00 | link, link 120, cmm 60
            CMM restarted for a minute during a planned stop | 22:00-23:00 | 22:58 | - | stop-planned@21:59*, machine-stopped@22:00*, machine-started@22:58, agent-started@22:59 | - | 22:20-22:21 | planned, planned 59, cmm 1
            CMM down for the night, PC shut down for the night | 17:00-07:30 | 07:29 | - | stop-planned@16:59*, machine-stopped@17:00*, machine-started@07:29, agent-started@07:30 | - | 17:30-07:00 | planned
            CMM came back half an hour before somebody posted for a machine again | 10:00-12:00 | ? | - | - | - | 10:00-11:30 | cmm, cmm 90, unknown 30
            """;

    private static final String CLOCKS_AND_PARTIAL = """
            Flat clock battery: every time it tells is from years ago, uptime alone speaks | 18:00-19:00 | 18:58 | - | unclean-stop@00:01*, machine-started@00:00 | silent 5 back 5 restarted 5 | - | power
            Clock set back by hours after a power cut, alone | 18:00-19:00 | 18:58 | - | unclean-stop@15:58, machine-started@15:58 | - | - | power
            A clock eight seconds off makes the old start look new; the line was cut | 10:00-10:30 | 10:00:06 | 10:00-10:30 | - | - | - | link
            A clock eight seconds off; the agent was stopped | 10:00-10:30 | 10:00:06 | - | agent-stopped@10:00, agent-started@10:30 | - | - | agent-stopped
            Back a minute ago, nothing told yet but the uptime; neighbours restarted | 18:00-18:40 | 18:38 | - | - | silent 7 back 5 restarted 5 | - | power
            The first half of what was kept has arrived | 10:00-12:00 | same | 10:00-11:00 | - | silent 4 back 4 continued 4 | - | link
            The log was read later than the first samples came: only the marker speaks | 02:00-05:00 | 04:58 | - | unclean-stop@04:59<02:00, machine-started@04:58, agent-started@04:59 | silent 3 back 3 restarted 3 | - | power
            Old agent that tells no events, restarted with its site | 18:00-19:00 | 18:58 | - | - | silent 5 back 5 restarted 5 | - | power
            No uptime and no events, the site went and came back anew | 18:00-19:00 | ? | - | - | silent 5 back 5 restarted 5 | - | power
            No uptime and no events, the site's line was cut | 18:00-19:00 | ? | - | - | silent 5 back 5 continued 5 | - | link
            Signs of the cut before belong to the cut before | 11:00-11:30 | same | 11:00-11:30 | unclean-stop@10:50*, machine-started@10:50, agent-started@10:51 | - | - | link
            """;

    private static final String STILL_SILENT = """
            Silent since it said that it shuts down | 17:00- | ? | - | stop-planned@16:59*, machine-stopped@17:00* | heard 5 | - | planned
            Silent since its battery was low | 17:00- | ? | - | mains-lost@16:20, battery-low@16:58 | heard 5 | - | power
            Silent with its site, one laptop had told of mains lost | 17:00- | ? | - | - | silent 5 mains 1 | - | power
            Silent with its site, a neighbour is back and was restarted | 17:00- | ? | - | - | silent 5 back 1 restarted 1 | - | power
            Silent with its site, a neighbour is back and had measured on | 17:00- | ? | - | - | silent 5 back 1 continued 1 | - | link
            Silent since somebody stopped the agent | 17:00- | ? | - | agent-stopped@17:00 | heard 5 | - | agent-stopped
            Silent since it went to sleep | 12:00- | ? | - | fell-asleep@12:00* | heard 5 | - | sleep
            Silent alone, and nothing was told | 17:00- | ? | - | - | heard 5 | - | unknown
            Silent with nearly everybody: CMM's own internet is away, CMM runs on | 17:00- | ? | - | - | silent 5 everywhere | - | link
            Silent with its site, and nothing was told | 17:00- | ? | - | - | silent 5 | - | unknown
            """;

    private Situations() {}

    static List<Situation> all() {
        return String.join("", SINGLE, SITES, OVERLAPS, CLOCKS_AND_PARTIAL, STILL_SILENT)
                .lines()
                .map(SituationReader::read)
                .toList();
    }
}
