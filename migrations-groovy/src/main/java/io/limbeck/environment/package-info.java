/**
 * How a run is set up: the settings, and {@code env.groovy} with its four methods, which every run goes through.
 *
 * <p>What a run does is a {@link io.limbeck.environment.Job}; this package decides when, and on which connection or
 * output.
 */
package io.limbeck.environment;
