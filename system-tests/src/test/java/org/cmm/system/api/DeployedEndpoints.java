package org.cmm.system.api;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds every endpoint in the classes that are really shipped. */
final class DeployedEndpoints {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String ROUTER = "io.vertx.ext.web.Router";

    private final JavaClasses classes;

    private DeployedEndpoints(JavaClasses classes) {
        this.classes = classes;
    }

    /** @param runner the jar that starts the server; the classes lie beside it in {@code app} */
    static DeployedEndpoints besides(Path runner) {
        try (Stream<Path> jars = Files.list(runner.resolveSibling("app"))) {
            Path jar = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile file = new JarFile(jar.toFile())) {
                return new DeployedEndpoints(new ClassFileImporter().importJar(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each as {@code GET /api/v1/servers/{code}}. */
    SortedSet<String> resources() {
        SortedSet<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .map(JavaClass::getFullName)
                        .filter(name -> name.startsWith(JAX_RS) && METHODS.contains(name.substring(JAX_RS.length())))
                        .map(name -> name.substring(JAX_RS.length()) + " " + address(type, method))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** How many routes each class hands to the router below the REST layer. */
    Map<String, Long> rawRoutes() {
        Map<String, Long> found = new TreeMap<>();
        for (JavaClass type : classes) {
            long routes = type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().getFullName().equals(ROUTER))
                    .count();
            if (routes > 0) {
                found.put(type.getSimpleName(), routes);
            }
        }
        return found;
    }

    private static String address(JavaClass type, JavaMethod method) {
        String address = path(type) + path(method);
        return address.isEmpty() ? "/" : address;
    }

    private static String path(CanBeAnnotated annotated) {
        Set<? extends JavaAnnotation<?>> annotations =
                annotated instanceof JavaClass type ? type.getAnnotations() : ((JavaMethod) annotated).getAnnotations();
        return annotations.stream()
                .filter(annotation -> annotation.getRawType().getFullName().equals(JAX_RS + "Path"))
                .map(annotation -> (String) annotation.get("value").orElseThrow())
                .map(value -> value.startsWith("/") ? value : "/" + value)
                .map(value -> value.length() == 1 ? "" : value)
                .findFirst()
                .orElse("");
    }
}
