/**
 * Reads scripts without the Groovy compiler; its one entrance is {@link io.limbeck.script.literal.LiteralScript}.
 *
 * <p>A script that is nothing but calls with literals is parsed by {@code LiteralParser}, which loads next to nothing.
 * One that holds variables, loops, choices, closures or methods of its own besides is parsed by {@code ProgramReader} into
 * {@code Step}s and {@code Expression}s, which are run once, at once: since such a script knows nothing of the world but
 * its dialect and what else it may ask about the run, what comes out is always the same calls.
 *
 * <p>Of the JDK it knows what stands in the tables of the {@code Jdk} classes: what gives the same wherever and whenever
 * it is asked.
 *
 * <p>The law: what it reads asks for the same operations as the compiled script, at the same places, or it declines. So
 * it declines what it does not know, what would throw, and what takes long, and it does so before anything is recorded.
 * It loads no Groovy class.
 */
package io.limbeck.script.literal;
