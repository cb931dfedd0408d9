package io.limbeck.it.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A grammar in a folder of jars, with the ANTLR it was made by, which no two of them share: ANTLR 4.9 and 4.10 do not
 * read each other's tables.
 */
final class Grammar {

    /** Where the build puts the grammars, a folder for each library. */
    private static final Path FOLDER = Path.of(System.getProperty("parsers", "target/parsers"));

    private final ClassLoader loader;
    private final Class<?> lexer;
    private final Class<?> parser;
    private final String rule;

    /**
     * @param prefix the name of the generated classes without {@code Lexer} and {@code Parser}
     * @param rule the rule for a whole statement
     */
    Grammar(String library, String prefix, String rule) {
        try {
            this.loader = new URLClassLoader(jars(library), ClassLoader.getPlatformClassLoader());
            this.lexer = loader.loadClass(prefix + "Lexer");
            this.parser = loader.loadClass(prefix + "Parser");
            this.rule = rule;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "No " + prefix + " in " + FOLDER.resolve(library).toAbsolutePath(), missing);
        }
    }

    private static URL[] jars(String library) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(library))) {
            return files.map(Grammar::url).toArray(URL[]::new);
        } catch (IOException missing) {
            throw new UncheckedIOException("Build with Maven first, which copies the grammars there", missing);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the grammar says against a statement; nothing where it takes it as a whole. */
    Optional<String> complaint(String sql) {
        try {
            List<String> complaints = new ArrayList<>();
            Object reading = make(lexer, "CharStream", stream(sql));
            listen(reading, complaints);
            Object tokens = make(loader.loadClass(antlr("CommonTokenStream")), "TokenSource", reading);
            Object parsing = make(parser, "TokenStream", tokens);
            listen(parsing, complaints);
            parser.getMethod(rule).invoke(parsing);
            int left = (int) loader.loadClass(antlr("TokenStream"))
                    .getMethod("LA", int.class)
                    .invoke(tokens, 1);
            if (left != -1) {
                complaints.add("something is left behind the statement");
            }
            return complaints.stream().findFirst();
        } catch (InvocationTargetException failure) {
            return Optional.of(String.valueOf(failure.getCause()));
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }

    private Object stream(String sql) throws ReflectiveOperationException {
        return loader.loadClass(antlr("CharStreams"))
                .getMethod("fromString", String.class)
                .invoke(null, sql);
    }

    private Object make(Class<?> made, String parameter, Object argument) throws ReflectiveOperationException {
        return made.getConstructor(loader.loadClass(antlr(parameter))).newInstance(argument);
    }

    /** Takes down what is wrong, instead of printing it. */
    private void listen(Object recognizer, List<String> complaints) throws ReflectiveOperationException {
        Class<?> listener = loader.loadClass(antlr("ANTLRErrorListener"));
        Object notes = Proxy.newProxyInstance(loader, new Class<?>[] {listener}, (proxy, method, arguments) -> {
            if (method.getName().equals("syntaxError")) {
                complaints.add("line " + arguments[2] + ":" + arguments[3] + " " + arguments[4]);
            }
            return null;
        });
        recognizer.getClass().getMethod("removeErrorListeners").invoke(recognizer);
        recognizer.getClass().getMethod("addErrorListener", listener).invoke(recognizer, notes);
    }

    private static String antlr(String name) {
        return "org.antlr.v4.runtime." + name;
    }
}
