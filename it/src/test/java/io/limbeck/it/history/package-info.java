/** Random histories on real databases: where the replay says they end, and back to nothing. */
package io.limbeck.it.history;
