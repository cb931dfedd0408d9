/**
 * What runs in the processes that are measured: one small program for each contender, which prints nothing but the peak
 * of its memory.
 */
package io.limbeck.it.benchmark.run;
