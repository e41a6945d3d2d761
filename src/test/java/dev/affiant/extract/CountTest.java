package dev.affiant.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as pages of many languages show them. */
public class CountTest {
  private static final Tongues SHIPPED = shipped();

  /** The shipped ones. */
  public static Tongues tongues() {
    return SHIPPED;
  }

  private static Tongues shipped() {
    try {
      return Tongues.read(
          "profiles/locales.yaml", Files.readAllBytes(Path.of("profiles/locales.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 64 | 64 | 64",
        "en | 1,234 likes | 1234 | 1234",
        "en | 1.2K | 1150 | 1249",
        "en | 12K views | 11500 | 12499",
        "en | 3.45M | 3445000 | 3454999",
        "en | 1B | 500000000 | 1499999999",
        "en | 1,23,456 | 123456 | 123456",
        "en | 2 lakh | 150000 | 249999",
        "en | Liked by 12 people | 12 | 12",
        "de | 1.234 | 1234 | 1234",
        "de | 12,3 Mio. | 12250000 | 12349999",
        "de | 1,2 Tsd. Aufrufe | 1150 | 1249",
        "de | 1'234 | 1234 | 1234",
        "fr | 1 234 | 1234 | 1234",
        "fr | 1 234 567 vues | 1234567 | 1234567",
        "fr | 1,2 k | 1150 | 1249",
        "fr | 3,4 Md | 3350000000 | 3449999999",
        "es | 12,3 mil | 12250 | 12349",
        "es | 1.234.567 | 1234567 | 1234567",
        "it | 2,5 mln | 2450000 | 2549999",
        "pt | 1,5 mi | 1450000 | 1549999",
        "nl | 1,2 mln. | 1150000 | 1249999",
        "pl | 1,2 tys. | 1150 | 1249",
        "sv | 1,2 tn | 1150 | 1249",
        "tr | 1,2 B | 1150 | 1249",
        "ru | 1,2 тыс. | 1150 | 1249",
        "ru | 3 млн просмотров | 2500000 | 3499999",
        "ar | ١٢ | 12 | 12",
        "ar | ١٬٢٣٤ | 1234 | 1234",
        "ar | ١٫٢ ألف | 1150 | 1249",
        "he | 1.2K | 1150 | 1249",
        "hi | १२ | 12 | 12",
        "hi | 1.2 लाख | 115000 | 124999",
        "ja | 3.4万 | 33500 | 34499",
        "ja | 1,234 | 1234 | 1234",
        "ja | ２５ | 25 | 25",
        "zh | 3.4万 | 33500 | 34499",
        "zh | 1.2亿次观看 | 115000000 | 124999999",
        "ko | 1.2만 | 11500 | 12499",
        "ko | 조회수 1.2천회 | 1150 | 1249",
        "xx | 1.2K | 1150 | 1249",
      })
  void isBounded(String locale, String shown, long least, long most) {
    assertEquals(Optional.of(new Count(least, most)), Count.read(shown, tongues().of(locale)));
  }

  @Test
  void whatHoldsNoNumberHasNone() {
    for (String shown : new String[] {"", "likes", "K", "—", "9".repeat(40)}) {
      assertEquals(Optional.empty(), Count.read(shown, tongues().of("en")), shown);
    }
  }

  @Property
  void anExactNumberIsItself(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long n) {
    assertEquals(Optional.of(new Count(n, n)), Count.read(Long.toString(n), tongues().of("en")));
  }

  @Property
  void noTextMakesItThrow(@ForAll @StringLength(max = 60) String text) {
    for (String locale : tongues().names()) {
      Count.read(text, tongues().of(locale)).ifPresent(c -> assertTrue(c.least() <= c.most()));
    }
  }
}
