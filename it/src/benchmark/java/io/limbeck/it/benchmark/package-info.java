/** Programs that measure; nothing fails by being slow on a busy machine, so they are run by hand. */
package io.limbeck.it.benchmark;
