/** What the checks of the projects in {@code src/it} ask of a build that ran. */
package io.limbeck.it.builds;
