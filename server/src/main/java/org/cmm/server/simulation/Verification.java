package org.cmm.server.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.verification.ClosedForm;
import org.cmm.core.verification.ClosedForms;
import org.cmm.core.verification.Verified;

/** The simulator beside formulas, as a table. */
final class Verification {

    private static final Pattern LONG_DECIMALS = Pattern.compile("(\\.\\d{4})\\d+");

    private Verification() {}

    /** Prints each row as soon as it and all before it are known; answers whether all formulas hold. */
    static boolean print(int threads, PrintStream out) throws InterruptedException {
        List<ClosedForm> forms = ClosedForms.all();
        String row = row(forms);
        out.printf(row, "model", "number", "formula", "simulation", "99 % interval", "z", "n", "");
        int proven = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Verified>> running = new ArrayList<>();
            for (int place = 0; place < forms.size(); place++) {
                int one = place;
                running.add(workers.submit(() -> Verified.of(forms.get(one), ClosedForms.SEED + one)));
            }
            for (Future<Verified> each : running) {
                proven += print(each.get(), row, out) ? 1 : 0;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        out.printf("%d of %d hold%n", proven, forms.size());
        return proven == forms.size();
    }

    /** As wide as its longest words. */
    private static String row(List<ClosedForm> forms) {
        int model = forms.stream().mapToInt(form -> form.model().length()).max().orElse(1);
        int number =
                forms.stream().mapToInt(form -> number(form).length()).max().orElse(1);
        return "%%-%ds  %%-%ds  %%14s %%14s %%29s %%6s %%6s  %%s%%n".formatted(model, number);
    }

    private static String number(ClosedForm form) {
        return LONG_DECIMALS.matcher(form.parameters()).replaceAll("$1");
    }

    private static boolean print(Verified verified, String row, PrintStream out) {
        Estimate found = verified.found();
        boolean proven = verified.holds() && verified.isPrecise();
        out.printf(
                row,
                verified.form().model(),
                number(verified.form()),
                figure(verified.form().expected()),
                figure(found.mean()),
                figure(found.lower()) + " – " + figure(found.upper()),
                String.format(Locale.ROOT, "%+.2f", verified.z()),
                found.n(),
                proven ? "holds" : verified.holds() ? "too wide" : "MISSED");
        return proven;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.7g", value);
    }
}
