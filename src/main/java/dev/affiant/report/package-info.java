/**
 * What people see of captures: lines, pages and pictures, with hostile strings made harmless.
 *
 * <p>Stories and doors use it. Pure.
 */
@NullMarked
package dev.affiant.report;

import org.jspecify.annotations.NullMarked;
