package org.cmm.core.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The machines of a bilingual institution that does not exist; larger fleets are more such institutions. */
public final class DemoFleet {

    /** How the name of the site with a generator begins. */
    static final String HEADQUARTERS = "Siège";

    private static final String SICK_DISK = "Disque de 2013. Remplacement demandé.";

    /** The first dozen has something of everything, for whoever wants few. */
    private static final List<Line> ONE_TOWN = """
            Siège · Yaoundé    | srv-001 | Base de données      | Informatique          | LINUX_SERVER   | CALM            | production
            Siège · Yaoundé    | srv-003 | Comptabilité         | Service financier     | WINDOWS_SERVER | HOT_PROCESSOR   | production, sage
            Siège · Yaoundé    | pc-001  | Direction générale   | Direction             | OFFICE_PC      | CALM            |
            Siège · Yaoundé    | pc-011  | Paie                 | Service financier     | OFFICE_PC      | RESTLESS_MEMORY |
            Agence · Bafoussam | srv-011 | Fichiers Bafoussam   | Informatique          | WINDOWS_SERVER | FILLING_DISK    | production
            Agence · Bafoussam | pc-021  | Guichet 1            | Accueil               | OFFICE_PC      | LINE_CUT        | guichet
            Agence · Bafoussam | pc-022  | Guichet 2            | Accueil               | OLD_PC         | FULL_DISK       | guichet
            Agence · Bafoussam | pc-023  | Archives             | Archives              | OFFICE_PC      | CALM            |
            Branch · Buea      | srv-021 | Records Buea         | IT                    | LINUX_SERVER   | CALM            | production
            Branch · Buea      | pc-041  | Front desk 1         | Client service        | OFFICE_PC      | SILENT          | counter
            Branch · Buea      | pc-042  | Cashier              | Finance               | OFFICE_PC      | FULL_MEMORY     | counter
            Branch · Buea      | pc-043  | Branch manager       | Management            | LAPTOP         | LAPTOP          |
            Siège · Yaoundé    | srv-004 | Sauvegarde           | Informatique          | LINUX_SERVER   | FILLING_DISK    | sauvegarde
            Agence · Bafoussam | pc-024  | Contentieux          | Juridique             | OLD_PC         | CRASHING        |
            Branch · Buea      | pc-044  | Claims               | Client service        | OLD_PC         | WRONG_CLOCK     |
            Siège · Yaoundé    | srv-002 | Messagerie           | Informatique          | LINUX_SERVER   | CALM            | production
            Siège · Yaoundé    | srv-006 | Site web · Website   | Communication         | CLOUD          | CALM            | production, web
            Siège · Yaoundé    | pc-002  | Secrétariat général  | Direction             | OFFICE_PC      | CALM            |
            Siège · Yaoundé    | pc-012  | Poste de saisie du service des prestations et de la démographie, bureau 3 | Prestations | OLD_PC | CALM | |
            Agence · Bafoussam | pc-025  | Chef d’agence        | Direction             | OFFICE_PC      | CALM            |
            Agence · Bafoussam | pc-026  | Salle de formation 1 | Formation             | SCHOOL_PC      | CALM            | formation
            Agence · Bafoussam | pc-027  | Salle de formation 2 | Formation             | SCHOOL_PC      | AGENT_STOPPED   | formation
            Branch · Buea      | pc-045  | Front desk 2         | Client service        | OFFICE_PC      | CALM            | counter
            Branch · Buea      | pc-046  | Archive              | Records               | OFFICE_PC      | CALM            |
            Branch · Buea      | pc-047  | Training room        | Training              | SCHOOL_PC      | CALM            | formation
            Siège · Yaoundé    | srv-005 | Annuaire · Directory | Informatique          | WINDOWS_SERVER | CALM            | production
            Siège · Yaoundé    | pc-013  | Ressources humaines  | Ressources humaines   | OFFICE_PC      | CALM            |
            Siège · Yaoundé    | pc-014  | Audit interne        | Audit                 | LAPTOP         | LAPTOP          |
            Agence · Bafoussam | pc-028  | Caisse               | Service financier     | OFFICE_PC      | CALM            | guichet
            Branch · Buea      | pc-048  | Accounts             | Finance               | OFFICE_PC      | CALM            |
            """.lines().map(Line::parse).toList();

    /** How many machines one institution has. */
    public static final int USUAL = ONE_TOWN.size();

    private static final List<String> TOWNS = List.of(
            "Bamenda",
            "Bertoua",
            "Douala",
            "Ebolowa",
            "Edéa",
            "Foumban",
            "Garoua",
            "Kribi",
            "Kumba",
            "Limbé",
            "Maroua",
            "Mbouda",
            "Ngaoundéré",
            "Nkongsamba",
            "Sangmélima",
            "Dschang",
            "Mamfe");

    private DemoFleet() {}

    private record Line(String site, String code, String name, String owner, Model model, Story story, String tags) {

        static Line parse(String line) {
            String[] parts = line.split("\\|", -1);
            return new Line(
                    parts[0].strip(),
                    parts[1].strip(),
                    parts[2].strip(),
                    parts[3].strip(),
                    Model.valueOf(parts[4].strip()),
                    Story.valueOf(parts[5].strip()),
                    parts[6].strip());
        }

        List<String> tagList() {
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList();
        }
    }

    /** So many machines, the same ones for the same seed. */
    public static List<DemoMachine> of(int machines, long seed) {
        return IntStream.range(0, machines)
                .mapToObj(number -> machine(number, seed))
                .toList();
    }

    private static DemoMachine machine(int number, long seed) {
        Line line = ONE_TOWN.get(number % ONE_TOWN.size());
        int town = number / ONE_TOWN.size();
        return new DemoMachine(
                number,
                town == 0 ? line.site() : line.site().replaceFirst("· .*", "· " + townName(line.site(), town)),
                town == 0 ? line.code() : line.code() + "-" + town,
                line.name(),
                line.owner(),
                line.tagList(),
                line.story() == Story.FULL_DISK ? SICK_DISK : "",
                line.model(),
                // Elsewhere most machines are well: a large fleet in which every town burns shows nothing.
                town > 0 && Noise.hash(seed, number) % 3 != 0 ? Story.CALM : line.story());
    }

    private static String townName(String site, int town) {
        int round = (town - 1) / TOWNS.size();
        String name = TOWNS.get(Math.floorMod(town - 1 + site.hashCode(), TOWNS.size()));
        return round == 0 ? name : name + " " + (round + 1);
    }
}
