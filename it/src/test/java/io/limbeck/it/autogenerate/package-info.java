/** Differences on real databases: what was made is what was asked for, and one state becomes another. */
package io.limbeck.it.autogenerate;
