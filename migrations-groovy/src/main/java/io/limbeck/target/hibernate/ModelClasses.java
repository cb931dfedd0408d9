package io.limbeck.target.hibernate;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the classes of packages that JPA has to know. */
final class ModelClasses {

    private static final String SUFFIX = ".class";

    private final ClassLoader classes;

    ModelClasses(ClassLoader classes) {
        this.classes = classes;
    }

    /** The annotated classes in the packages and below them, by name. */
    List<Class<?>> in(List<String> packages) {
        Set<String> names = new TreeSet<>();
        for (String each : packages) {
            String folder = each.replace('.', '/');
            try {
                for (URL url : Collections.list(classes.getResources(folder))) {
                    names.addAll(url.getProtocol().equals("file") ? inFolder(url, folder) : inJar(url, folder));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        List<Class<?>> found = new ArrayList<>();
        names.forEach(name -> model(name, found));
        return found;
    }

    private static List<String> inFolder(URL url, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(new URI(url.toString())))) {
            Path root = Path.of(new URI(url.toString()));
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> folder + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .map(ModelClasses::className)
                    .toList();
        } catch (URISyntaxException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static List<String> inJar(URL url, String folder) throws IOException {
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            return List.of();
        }
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder + "/") && name.endsWith(SUFFIX))
                    .map(ModelClasses::className)
                    .toList();
        }
    }

    private static String className(String file) {
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    }

    /** A class that lacks something of its own is nothing that could be mapped. */
    private void model(String name, List<Class<?>> found) {
        try {
            Class<?> type = Class.forName(name, false, classes);
            if (type.isAnnotationPresent(Entity.class)
                    || type.isAnnotationPresent(Embeddable.class)
                    || type.isAnnotationPresent(MappedSuperclass.class)
                    || type.isAnnotationPresent(Converter.class)) {
                found.add(type);
            }
        } catch (ClassNotFoundException | NoClassDefFoundError incomplete) {
            // see above
        }
    }
}
