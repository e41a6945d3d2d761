/**
 * What a browser must be able to do (Engine, Tab), and the Session through which alone a flow uses
 * one: every act guarded, timed and written down.
 *
 * <p>Flow uses Session; engine rooms implement Engine and Tab. Touches processes.
 */
@NullMarked
package dev.affiant.engine;

import org.jspecify.annotations.NullMarked;
