package org.cmm.server.notify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about channels. */
@MessageBundle("channel")
public interface ChannelMessages {

    @Message("Channels")
    String title();

    @Message("Ways out for notices. Secrets are kept encrypted and never shown again.")
    String lead();

    @Message("There is no channel yet")
    String none();

    @Message(
            "Without one, nobody is told of anything. Add the mail server of your institution first, or a text message gateway.")
    String noneHint();

    @Message("Add a channel")
    String add();

    @Message("Kind")
    String kind();

    @Message("Name")
    String name();

    @Message("As people see it when they choose.")
    String nameHint();

    @Message("People")
    String people();

    @Message("Leads to")
    String place();

    @Message("In use")
    String enabled();

    @Message("Off; notices wait")
    String disabled();

    @Message("Lately")
    String lately();

    @Message("waiting: {count}, the first for {duration}")
    String waiting(String count, String duration);

    @Message("expired: {count}")
    String expired(String count);

    @Message("refused: {count}")
    String refused(String count);

    @Message("nothing lost in 7 days")
    String nothingLost();

    @Message("Notices of the last 7 days that reached nobody, because no channel took them in time: {count}.")
    String someExpired(String count);

    @Message("See them")
    String seeExpired();

    @Message("In use; notices wait while it is off")
    String use();

    @Message("Change")
    String change();

    @Message("Remove")
    String remove();

    @Message("Remove this channel? Its secrets are erased, and what waits for it is dropped.")
    String removeQuestion();

    @Message("Try it")
    String test();

    @Message("Sends one notice now and shows what happened on the wire. Secrets are hidden.")
    String testLead();

    @Message("Send a test")
    String testSend();

    @Message("Send to")
    String testTo();

    @Message("It was accepted.")
    String testAccepted();

    @Message("It did not work; a real notice would be tried again.")
    String testRetry();

    @Message("It was refused; a real notice would not be tried again.")
    String testRefused();

    @Message("This process cannot read the channel’s secrets. Type them again.")
    String secretsUnreadable();

    @Message("set; leave empty to keep it")
    String secretSet();

    // Kinds.

    @Message("E-mail")
    String kindEmail();

    @Message("Webhook")
    String kindWebhook();

    @Message("Telegram")
    String kindTelegram();

    @Message("Slack or compatible")
    String kindSlack();

    @Message("Microsoft Teams or compatible")
    String kindTeams();

    @Message("ntfy")
    String kindNtfy();

    @Message("SMS or WhatsApp gateway")
    String kindGateway();

    @Message("By the mail server of your institution or provider (SMTP).")
    String aboutEmail();

    @Message("JSON to a program of yours, signed with HMAC-SHA256.")
    String aboutWebhook();

    @Message("By a bot of your own; each person writes to it once and gives their chat’s number.")
    String aboutTelegram();

    @Message("To one room, by an incoming webhook; Mattermost and Rocket.Chat take the same.")
    String aboutSlack();

    @Message("To one channel, by a workflow that receives webhook requests.")
    String aboutTeams();

    @Message("To phones by topics of ntfy.sh or a server of your own.")
    String aboutNtfy();

    @Message("By any provider or modem with an HTTP interface: you write the request once.")
    String aboutGateway();

    // Fields.

    @Message("Mail server")
    String fieldHost();

    @Message("Port")
    String fieldPort();

    @Message("Encryption")
    String fieldSecurity();

    @Message("Turned on by STARTTLS (port 587)")
    String securityStarttls();

    @Message("TLS from the start (port 465)")
    String securityTls();

    @Message("None (port 25)")
    String securityNone();

    @Message("Sender")
    String fieldFrom();

    @Message("User")
    String fieldUser();

    @Message("Password")
    String fieldPassword();

    @Message("Certificate’s SHA-256")
    String fieldCertificate();

    @Message("Only for a server that signed its own certificate: CMM then trusts this one and no other.")
    String hintCertificate();

    @Message("A SHA-256 is 64 hexadecimal digits.")
    String faultCertificate();

    @Message("Address (URL)")
    String fieldUrl();

    @Message("Secret")
    String fieldSecret();

    @Message("Token")
    String fieldToken();

    @Message("Method")
    String fieldMethod();

    @Message("Headers")
    String fieldHeaders();

    @Message("Body")
    String fieldBody();

    @Message("Text")
    String fieldLength();

    @Message("One SMS: at most 160 characters")
    String lengthSms();

    @Message("Whole text, as for WhatsApp")
    String lengthLong();

    @Message("The answer must contain")
    String fieldSuccess();

    @Message("Some gateways answer 200 to everything; this text tells success.")
    String hintSuccess();

    @Message("One line for each.")
    String hintHeaders();

    @Message("These places are filled in: {places}. The secret below is best used as {secret}.")
    String hintBody(String places, String secret);

    @Message("With it your program checks that a request comes from CMM; whsec_… is read as Base64.")
    String hintSecret();

    // Faults.

    @Message("Give it a name of 1 to {most} characters.")
    String faultName(int most);

    @Message("Another channel has this name.")
    String faultNameTaken();

    @Message("This is needed.")
    String faultMissing();

    @Message("At most {most} characters, on one line where it is one.")
    String faultLong(int most);

    @Message("A port is a number from 1 to 65535.")
    String faultPort();

    @Message("Write the server’s name or address, such as mail.example.org.")
    String faultHost();

    @Message("This is no e-mail address.")
    String faultEmail();

    @Message("Write a whole address with http:// or https://, without user name, and with a fixed server.")
    String faultUrl();

    @Message("CMM sends nothing to link-local, multicast or metadata addresses.")
    String faultDestination();

    @Message("Write one header a line, as Name: value.")
    String faultHeader();

    @Message("The text of the notice has no place here; it is written as text in curly brackets.")
    String faultText();

    @Message("The header says JSON, but this is none.")
    String faultJson();
}
