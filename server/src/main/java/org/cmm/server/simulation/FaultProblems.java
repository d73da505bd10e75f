package org.cmm.server.simulation;

import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;

/** What is wrong with a file, as a problem for programs. */
final class FaultProblems {

    private FaultProblems() {}

    /** @param faults one or more */
    static RuntimeException of(List<FileFault> faults, Language language) {
        if (faults.size() == 1 && faults.getFirst().kind() == FaultKind.NOT_JSON) {
            return Problem.badRequest(
                            "malformed-json", "the file " + faults.getFirst().english())
                    .exception();
        }
        boolean french = language == Language.FRENCH;
        return Problem.invalid(faults.stream()
                        .map(fault -> new FieldFault(fault.path(), french ? fault.french() : fault.english()))
                        .toList())
                .exception();
    }
}
