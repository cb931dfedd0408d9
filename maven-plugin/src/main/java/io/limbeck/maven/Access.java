package io.limbeck.maven;

import java.util.Map;

/**
 * How a database is reached.
 *
 * @param url the configured one, or that of the embedded database
 * @param exists whether somebody configured it or an earlier run made it
 * @param driver the driver's class, or null
 * @param properties of the connection
 */
record Access(String url, boolean exists, Credentials credentials, String driver, Map<String, String> properties) {

    Redaction redaction() {
        return Redaction.of(credentials.password(), url, properties);
    }

    /** The URL as it may be shown. */
    String shown() {
        return Redaction.url(url);
    }

    @Override
    public String toString() {
        return credentials + " at " + shown();
    }
}
