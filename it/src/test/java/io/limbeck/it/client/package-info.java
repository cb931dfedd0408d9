/** The command line clients that users of each database run scripts with, as they run them. */
package io.limbeck.it.client;
