package dev.affiant.engine;

/**
 * What the page looks like at this moment, read in one call.
 *
 * @param document which document it is: another one after each navigation, by whomever
 * @param readyState {@code loading}, {@code interactive} or {@code complete}
 * @param mutations how often the DOM has changed since the document began, as far as observed
 * @param pageHeight of the whole document in CSS pixels
 * @param pendingImages images that are near the viewport and not yet decoded
 * @param fontsLoading whether a font is still on its way
 * @param words how many words are visible
 * @param decodedImages how many images are shown
 * @param passwordField whether a visible password field is on the page
 */
public record Glance(
    String url,
    String document,
    String title,
    String lang,
    String canonicalLink,
    String charset,
    String readyState,
    long mutations,
    int pageWidth,
    int pageHeight,
    int scrollY,
    int pendingImages,
    boolean fontsLoading,
    int words,
    int decodedImages,
    boolean passwordField) {}
