/** Values that go into every database by every road, and must come back as they were. */
package io.limbeck.it.literals;
