/** What the dialects say, said to the databases: golden cases, reserved words, and what each database can do. */
package io.limbeck.it.golden;
