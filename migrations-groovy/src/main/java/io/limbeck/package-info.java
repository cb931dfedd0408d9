/**
 * The front door: {@link io.limbeck.Limbeck} and what its methods answer.
 *
 * <p>Maven goals and Java programs come in here alike; this package knows neither.
 */
package io.limbeck;
