package io.limbeck.it.benchmark;

/**
 * What one process cost, from its start to its end.
 *
 * @param wall in milliseconds
 * @param cpu of the process, in user mode and in the system's, in milliseconds
 * @param peak of its memory, in kilobytes; 0 where the system does not tell
 */
record Cost(long wall, long cpu, long peak) {}
