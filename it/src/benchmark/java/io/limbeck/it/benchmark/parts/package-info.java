/** What the parts of a run take when they are warm, by JMH. */
package io.limbeck.it.benchmark.parts;
