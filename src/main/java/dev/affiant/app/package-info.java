/** Main and the wiring: the only place that builds engines, stores and rulebooks. */
@NullMarked
package dev.affiant.app;

import org.jspecify.annotations.NullMarked;
