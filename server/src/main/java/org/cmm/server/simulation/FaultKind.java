package org.cmm.server.simulation;

/**
 * What can be wrong with an experiment's file. In both languages here, because the command line, which has no message
 * bundles, says the same.
 */
enum FaultKind {
    NOT_JSON("is not JSON: %s", "n'est pas du JSON : %s"),
    TOO_LARGE("must have at most %s bytes, had %s", "doit avoir au plus %s octets, en avait %s"),
    MISSING("is missing", "manque"),
    UNKNOWN("is not known; known are %s", "n'est pas connu ; sont connus : %s"),
    UNKNOWN_NEAR("is not known; did you mean '%s'?", "n'est pas connu ; vouliez-vous dire « %s » ?"),
    NOT_OBJECT("must be an object in braces", "doit être un objet entre accolades"),
    NOT_LIST("must be a list in brackets", "doit être une liste entre crochets"),
    NOT_TEXT("must be a text in quotes", "doit être un texte entre guillemets"),
    NOT_NUMBER("must be a number, was %s", "doit être un nombre, était %s"),
    NOT_WHOLE("must be a whole number, was %s", "doit être un nombre entier, était %s"),
    NOT_TIME(
            "must be a time with its unit, such as '90 d', '4 h' or '20 min', was %s",
            "doit être une durée avec son unité, comme « 90 d », « 4 h » ou « 20 min », était %s"),
    NOT_SHARE(
            "must be a share from 0 to 1, or percent such as '90 %%', was %s",
            "doit être une part de 0 à 1, ou un pourcentage comme « 90 %% », était %s"),
    NOT_LAW(
            "must be a time such as '4 h', 'never', or a law such as {\"law\": \"exponential\", \"mean\": \"2000 h\"}",
            "doit être une durée comme « 4 h », « never », ou une loi comme {\"law\": \"exponential\", \"mean\": \"2000 h\"}"),
    NOT_MOMENT(
            "must be a day and time such as '2026-01-05T00:00', was %s",
            "doit être un jour et une heure comme « 2026-01-05T00:00 », était %s"),
    NOT_CLOCK("must be a time of day such as '07:30', was %s", "doit être une heure comme « 07:30 », était %s"),
    NOT_DAY(
            "must be a day of the year such as '07-15', was %s",
            "doit être un jour de l'année comme « 07-15 », était %s"),
    NOT_ONE_OF("must be one of %s, was %s", "doit être l'un de %s, était %s"),
    NOT_SAMPLES("must be such as '2 of 3', was %s", "doit être comme « 2 of 3 », était %s"),
    NOT_SOURCE(
            "must begin with a mark, S, R, A or C, such as 'S World Bank 2016', was %s",
            "doit commencer par une marque, S, R, A ou C, comme « S World Bank 2016 », était %s"),
    LENGTH(
            "must have 1 to %s characters without control characters",
            "doit avoir de 1 à %s caractères, sans caractère de contrôle"),
    ABOVE("must be above %s, was %s", "doit être supérieur à %s, était %s"),
    BETWEEN("must be %s to %s, was %s", "doit être de %s à %s, était %s"),
    COUNT("must have %s to %s entries, had %s", "doit avoir de %s à %s éléments, en avait %s"),
    ONE_SPREAD("needs one of %s, and no other of them", "demande l'un de %s, et aucun autre d'entre eux"),
    TWICE("'%s' must be used once", "« %s » ne doit servir qu'une fois"),
    NO_SUCH("'%s' is not there; there are %s", "« %s » n'existe pas ; il y a %s"),
    NEVER_ENDS("must end some time: 'never' cannot be used here", "doit finir un jour : « never » ne convient pas ici"),
    NO_FIELD("is no parameter of this experiment", "n'est pas un paramètre de cette expérience"),
    NO_EXPERIMENT("there is no experiment %s", "il n'y a pas d'expérience %s"),
    AT_LEAST("must be at least %s, was %s", "doit être au moins %s, était %s"),
    OLD_WARNS(
            "a repair as old needs a part without a warning and with one fault at a time",
            "une réparation à l'identique demande une pièce sans signe avant-coureur et une seule panne à la fois"),
    SEVERAL_WARN(
            "several faults at once need a warning: without one each is a failure already",
            "plusieurs pannes à la fois demandent un signe avant-coureur : sans lui chacune est déjà une défaillance"),
    CONDITION_WATCHES(
            "care on condition needs monitoring; let monitoring notice, or choose another care",
            "l'entretien selon l'état demande la surveillance ; qu'elle remarque les pannes, ou choisissez un autre entretien"),
    RULED_OUT("%s", "%s");

    private final String english;
    private final String french;

    FaultKind(String english, String french) {
        this.english = english;
        this.french = french;
    }

    String english() {
        return english;
    }

    String french() {
        return french;
    }
}
