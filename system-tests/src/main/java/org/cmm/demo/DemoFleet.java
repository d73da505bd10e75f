package org.cmm.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The machines of a town that does not exist; larger fleets are more such towns. */
final class DemoFleet {

    private static final List<Line> ONE_TOWN = """
            Hôtel de ville   | srv-001 | Base de données        | Informatique       | LINUX_SERVER   | CALM            | production
            Hôtel de ville   | srv-002 | Messagerie             | Informatique       | LINUX_SERVER   | CALM            | production
            Hôtel de ville   | srv-003 | Comptabilité           | Service financier  | WINDOWS_SERVER | HOT_PROCESSOR   | production, sage
            Hôtel de ville   | pc-001  | Bureau du maire        | Cabinet            | OFFICE_PC      | CALM            |
            Hôtel de ville   | pc-002  | Secrétariat général    | Cabinet            | OFFICE_PC      | CALM            |
            Hôtel de ville   | pc-009  | Caisse                 | Service financier  | OFFICE_PC      | CALM            | guichet
            Hôtel de ville   | pc-011  | Paie                   | Service financier  | OFFICE_PC      | RESTLESS_MEMORY |
            Hôtel de ville   | pc-016  | État civil 1           | État civil         | OLD_PC         | LINE_CUT        | guichet
            Hôtel de ville   | pc-017  | État civil 2           | État civil         | OLD_PC         | FULL_DISK       | guichet
            Hôtel de ville   | pc-018  | Poste de saisie du service de l’état civil et de la démographie, guichet 3 | État civil et démographie | OLD_PC | CALM | guichet
            Hôtel de ville   | pc-020  | Urbanisme              | Services techniques | OFFICE_PC     | CALM            |
            Hôtel de ville   | pc-023  | Archives               | Archives           | OFFICE_PC      | FILLING_DISK    |
            Annexe Banengo   | pc-021  | Accueil Banengo        | État civil         | OFFICE_PC      | SILENT          | guichet
            Annexe Banengo   | pc-022  | Cadastre               | Services techniques | OFFICE_PC     | SILENT          |
            Annexe Banengo   | pc-024  | Recettes               | Service financier  | OFFICE_PC      | CALM            | guichet
            Annexe Banengo   | pc-025  | Marchés                | Service financier  | OFFICE_PC      | CALM            |
            Annexe Banengo   | pc-026  | Voirie                 | Services techniques | OLD_PC        | WRONG_CLOCK     |
            Annexe Banengo   | pc-027  | Bibliothèque           | Culture            | SCHOOL_PC      | CALM            |
            Hôpital de district | srv-010 | Dossiers patients   | Hôpital            | LINUX_SERVER   | CALM            | production, médical
            Hôpital de district | srv-011 | Imagerie            | Hôpital            | WINDOWS_SERVER | CALM            | production, médical
            Hôpital de district | pc-031 | Pharmacie            | Hôpital            | OFFICE_PC      | FULL_MEMORY     | médical
            Hôpital de district | pc-032 | Admissions           | Hôpital            | OFFICE_PC      | CALM            | guichet
            Hôpital de district | pc-033 | Laboratoire          | Hôpital            | OFFICE_PC      | CALM            | médical
            Hôpital de district | pc-034 | Consultation 1       | Hôpital            | OFFICE_PC      | CALM            | médical
            Hôpital de district | pc-035 | Consultation 2       | Hôpital            | OFFICE_PC      | CALM            | médical
            Hôpital de district | pc-036 | Maternité            | Hôpital            | OLD_PC         | CALM            | médical
            Hôpital de district | pc-037 | Économat             | Hôpital            | OFFICE_PC      | CALM            |
            Lycée classique  | srv-020 | Salle informatique     | Lycée              | WINDOWS_SERVER | CALM            | école
            Lycée classique  | pc-051  | Élève 1                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-052  | Élève 2                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-053  | Élève 3                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-054  | Élève 4                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-055  | Élève 5                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-056  | Élève 6                | Lycée              | SCHOOL_PC      | CALM            | école
            Lycée classique  | pc-059  | Censeur                | Lycée              | OFFICE_PC      | CALM            |
            Centre de santé  | pc-061  | Vaccinations           | Santé              | OLD_PC         | LINE_CUT        | médical
            Centre de santé  | pc-062  | Accueil                | Santé              | OFFICE_PC      | LINE_CUT        | guichet
            Centre de santé  | pc-063  | Stocks                 | Santé              | OLD_PC         | LINE_CUT        |
            Salle serveurs   | srv-004 | Sauvegarde             | Informatique       | LINUX_SERVER   | FILLING_DISK    | sauvegarde
            Salle serveurs   | srv-005 | Annuaire               | Informatique       | WINDOWS_SERVER | CALM            | production
            Salle serveurs   | srv-006 | Site web de la commune | Communication      | CLOUD          | CALM            | production, web
            Salle serveurs   | srv-007 | Supervision            | Informatique       | CLOUD          | CALM            |
            """.lines().map(Line::parse).toList();

    private static final List<String> TOWNS = List.of(
            "Bafoussam",
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
            "Yaoundé");

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
    static List<DemoMachine> of(int machines, long seed) {
        return IntStream.range(0, machines)
                .mapToObj(number -> machine(number, seed))
                .toList();
    }

    private static DemoMachine machine(int number, long seed) {
        Line line = ONE_TOWN.get(number % ONE_TOWN.size());
        int town = number / ONE_TOWN.size();
        return new DemoMachine(
                number,
                town == 0 ? line.site() : line.site() + " · " + townName(town),
                town == 0 ? line.code() : line.code() + "-" + town,
                line.name(),
                line.owner(),
                line.tagList(),
                line.story() == Story.FULL_DISK ? "Disque de 2013. Remplacement demandé." : "",
                line.model(),
                // Elsewhere most machines are well: a large fleet in which every town burns shows nothing.
                town > 0 && Noise.hash(seed, number) % 3 != 0 ? Story.CALM : line.story());
    }

    private static String townName(int town) {
        int round = (town - 1) / TOWNS.size();
        String name = TOWNS.get((town - 1) % TOWNS.size());
        return round == 0 ? name : name + " " + (round + 1);
    }
}
