package org.cmm.server.trust;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about certificates and trust. */
@MessageBundle("trust")
public interface TrustMessages {

    @Message("Make browsers trust this CMM")
    String title();

    @Message(
            "Everything between your browser and CMM is encrypted. But an authority of CMM's own vouches for its certificate, and browsers do not know it until you tell them.")
    String lead();

    @Message("What the warning means")
    String warning();

    @Message(
            "“Your connection is not private”: the browser cannot tell this CMM from somebody who stands in between and pretends to be it. Nobody can listen in from outside, but whoever stands in between could. Before you type a password, compare the certificate's fingerprint below, or take the steps on this page; then the warning is gone for good.")
    String warningMeaning();

    @Message("1. Fetch the authority's certificate")
    String fetch();

    @Message("Download the certificate")
    String download();

    @Message("2. Compare its fingerprint")
    String compare();

    @Message(
            "SHA-256, as your system shows it before it trusts the file. The same digits stand in what the server printed at its start, and on this page opened at the machine that CMM runs on: {url}. If they differ, stop: somebody stands in between.")
    String compareHow(String url);

    @Message("3. Tell your system")
    String tell();

    @Message("Windows, one machine: in a command prompt of an administrator")
    String windows();

    @Message("Windows, all machines of a domain, by group policy")
    String windowsPolicy();

    @Message(
            "Computer Configuration › Policies › Windows Settings › Security Settings › Public Key Policies › Trusted Root Certification Authorities › Import, and choose the file. Edge, Chrome and Firefox trust it after the next update of the policies.")
    String windowsPolicySteps();

    @Message("Firefox by itself")
    String firefox();

    @Message(
            "Settings › Privacy & Security › Certificates › View Certificates › Authorities › Import. Choose the file and tick that it may identify websites.")
    String firefoxSteps();

    @Message("Android")
    String android();

    @Message(
            "Open the file, or Settings › Security › Encryption & credentials › Install a certificate › CA certificate. Android then says that the network may be monitored, as it does for every certificate that was added.")
    String androidSteps();

    @Message("macOS")
    String mac();

    @Message("iPhone and iPad")
    String iphone();

    @Message(
            "Open the file and allow the profile; install it under Settings › General › VPN & Device Management; then switch it on under Settings › General › About › Certificate Trust Settings.")
    String iphoneSteps();

    @Message("Linux: Debian and Ubuntu")
    String debian();

    @Message("Linux: Fedora and its relatives")
    String fedora();

    @Message("The authority's key never leaves the machine that CMM runs on, and vouches for this CMM only.")
    String keyStays();

    @Message("The certificate does not know {host}")
    String unknownName(String host);

    @Message(
            "You came to CMM by a name that its certificate does not carry, so browsers warn even when they know the authority.")
    String unknownNameMeaning();

    @Message("An administrator who logs in can add it on this page.")
    String askAdministrator();

    @Message("The certificate carries")
    String names();

    @Message("Another name or address of this CMM")
    String newName();

    @Message("Such as cmm.example.org or 10.0.0.5. The certificate is renewed at once; nobody is interrupted.")
    String newNameHint();

    @Message("Add")
    String add();

    @Message("Write a name such as cmm.example.org or an address such as 10.0.0.5, without https:// and port")
    String faultName();

    @Message(
            "Encryption is left to a proxy in front of this CMM, so its certificate counts and there is nothing to do here.")
    String leftToProxy();

    @Message(
            "The certificate was given to this CMM by whoever runs it, and comes from an authority that systems know. If your browser warns all the same, show the warning to them.")
    String given();

    @Message("Back to CMM")
    String back();
}
