/**
 * What is outside of Limbeck's hands breaks in the middle of a migration: connections, servers, disks, poolers. Each report
 * tells what was done, and the next run completes it.
 */
package io.limbeck.it.outage;
