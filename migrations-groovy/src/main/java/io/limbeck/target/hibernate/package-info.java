/**
 * Speaks to Hibernate ORM, and to nothing else that a project brings; loaded anew for each class path of entities.
 *
 * <p>It is compiled against Hibernate 6, uses what 6 and 7 have in common, and opens no connection.
 */
package io.limbeck.target.hibernate;
