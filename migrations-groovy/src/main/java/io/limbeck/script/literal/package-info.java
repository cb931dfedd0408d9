/**
 * Reads scripts that are nothing but calls with literals, without the Groovy compiler; its one entrance is
 * {@link io.limbeck.script.literal.LiteralScript#read}.
 *
 * <p>The law: what it reads asks for the same operations as the compiled script, or it declines. It loads no Groovy
 * class and runs no code of the script.
 */
package io.limbeck.script.literal;
