/**
 * From scripts and a wanted movement to a plan: every step recorded, checked against the replayed schema state and
 * rendered, or the list of all that is wrong.
 *
 * <p>Pure: it opens no connection, reads no file, and does not know whether its plan will be run or written.
 */
package io.limbeck.plan;
