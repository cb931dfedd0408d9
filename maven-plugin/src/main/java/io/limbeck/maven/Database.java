package io.limbeck.maven;

/** One of {@code databases}, as a POM says it; what is left out is as the goal's own parameters say. */
public final class Database {

    /** By which outputs call it, and {@code -Ddb.databases} chooses it. */
    private String name;

    private String url;
    private String username;
    private String password;

    /** The id of a server in settings.xml that has the username and the password. */
    private String server;

    private String schema;

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    String server() {
        return server;
    }

    String schema() {
        return schema;
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return String.valueOf(name);
    }
}
