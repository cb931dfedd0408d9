package io.limbeck.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The class loader of one execution: the plugin's classes first, then the project's class path.
 *
 * <p>Closing it takes back what its drivers registered, so that nothing of a module outlives its goal.
 */
final class DriverLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    DriverLoader(ClassLoader plugin, List<Path> entries) {
        super(urls(entries), plugin);
    }

    private static URL[] urls(List<Path> entries) {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(entries.get(i));
        }
        return urls;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            ((Runnable) inside(Deregistration.class).getConstructor().newInstance()).run();
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | NoSuchMethodException failure) {
            throw new IOException(failure);
        } finally {
            super.close();
        }
    }

    /** The class again, defined here: the driver manager shows a driver to none but its own loader's classes. */
    private Class<?> inside(Class<?> model) {
        String resource = model.getSimpleName() + ".class";
        try (InputStream in = model.getResourceAsStream(resource)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(model.getName(), bytes, 0, bytes.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
