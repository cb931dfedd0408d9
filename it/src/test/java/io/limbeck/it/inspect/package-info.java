/** What inspection reads is what was made (law 5), on every database. */
package io.limbeck.it.inspect;
