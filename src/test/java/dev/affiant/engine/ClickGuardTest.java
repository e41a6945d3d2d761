package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Rect;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickGuardTest {
  private static final String PAGE = "https://www.example.org/thread/1";
  private static final Rect BOX = new Rect(0, 0, 100, 30);

  private static Spot button(String name) {
    return new Spot("1", "button", "button", "button", "", false, "button", name, true, BOX);
  }

  private static Spot link(String href) {
    return new Spot("1", "a", "a", "", href, false, "link", "More", true, BOX);
  }

  private static Optional<String> objection(Spot spot) {
    return ClickGuard.objection(spot, Intent.LOAD_MORE, PAGE);
  }

  /** Like, follow, reply, vote, join, log in, buy, report, download, share, accept, delete. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Like|Follow|Reply|Vote|Join|Log in|Buy now|Report|Download|Share|Accept all|Delete",
        "Gefällt mir|Folgen|Antworten|Abstimmen|Beitreten|Anmelden|Jetzt kaufen|Melden|"
            + "Herunterladen|Teilen|Alle akzeptieren|Löschen",
        "J’aime|Suivre|Répondre|Voter|Rejoindre|Se connecter|Acheter|Signaler|Télécharger|"
            + "Partager|Tout accepter|Supprimer",
        "Me gusta|Seguir|Responder|Votar|Unirse|Iniciar sesión|Comprar|Denunciar|Descargar|"
            + "Compartir|Aceptar todo|Eliminar",
        "Mi piace|Segui|Rispondi|Vota|Unisciti|Accedi|Acquista|Segnala|Scarica|Condividi|"
            + "Accetta tutto|Elimina",
        "Gosto|Curtir|Seguir|Responder|Votar|Aderir|Iniciar sessão|Comprar|Denunciar|Baixar|"
            + "Partilhar|Aceitar tudo|Apagar",
        "Vind ik leuk|Volgen|Beantwoorden|Stemmen|Lid worden|Inloggen|Kopen|Rapporteren|"
            + "Downloaden|Delen|Alles accepteren|Verwijderen",
        "Lubię to|Obserwuj|Odpowiedz|Głosuj|Dołącz|Zaloguj się|Kup teraz|Zgłoś|Pobierz|"
            + "Udostępnij|Akceptuję|Usuń"
      })
  void deedsAreRefusedByNameInEightLanguages(String names) {
    for (String name : names.split("\\|", -1)) {
      for (String said :
          Stream.of(name, name.toUpperCase(java.util.Locale.ROOT), "♥ " + name, name + " @ada")
              .toList()) {
        boolean ambiguous = name.equals("Antworten") && said.endsWith("@ada");
        assertEquals(!ambiguous, objection(button(said)).isPresent(), said);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Show more",
        "Show more replies",
        "Load more comments",
        "View all 12 comments",
        "Read more",
        "See more",
        "…more",
        "Next",
        "Expand",
        "12 comments",
        "Older posts",
        "Shared photos",
        "Followers",
        "Likes",
        "Mehr anzeigen",
        "Weitere Antworten anzeigen",
        "Antworten anzeigen",
        "Mehr laden",
        "Voir plus",
        "Afficher plus de commentaires",
        "Lire la suite",
        "Ver más",
        "Cargar más",
        "Mostrar más respuestas",
        "Mostra altro",
        "Carica altri commenti",
        "Ver mais",
        "Carregar mais",
        "Meer weergeven",
        "Meer laden",
        "Meer reacties bekijken",
        "Pokaż więcej",
        "Wczytaj więcej",
        "Orderly lists",
        "Payments explained",
        ""
      })
  void whatOnlyShowsIsLetThrough(String name) {
    assertEquals(Optional.empty(), objection(button(name)), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5 Likes. Like", "12, Reply", "Menu · Log in", "Photo (Share)", "3 / Vote"})
  void aPartOfANameIsEnough(String name) {
    assertTrue(objection(button(name)).isPresent(), name);
  }

  @ParameterizedTest
  @CsvSource({
    "mailto:ada@example.org,it leads to something that is not a page",
    "tel:+4912345,it leads to something that is not a page",
    "whatsapp://send?text=x,it leads to something that is not a page",
    "intent://x#Intent;end,it leads to something that is not a page",
    "data:text/html;x,it leads to something that is not a page",
    "https://example.net/thread/1,it leads to another site",
    "https://example.org.evil.net/,it leads to another site",
    "http://10.0.0.1/,it leads to another site"
  })
  void linksThatLeadAwayAreRefused(String href, String words) {
    assertEquals(Optional.of(words), objection(link(href)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.org/thread/1?page=2",
        "https://m.example.org/thread/1",
        "javascript:void(0)",
        ""
      })
  void linksOfTheSiteAreLetThrough(String href) {
    assertEquals(Optional.empty(), objection(link(href)));
  }

  @ParameterizedTest
  @EnumSource(Intent.class)
  void noIntentMakesADeedOfALook(Intent intent) {
    assertTrue(ClickGuard.objection(button("Follow"), intent, PAGE).isPresent());
    Spot form = new Spot("1", "b", "button", "submit", "", true, "button", "More", true, BOX);
    assertTrue(ClickGuard.objection(form, intent, PAGE).isPresent());
    Spot field = new Spot("1", "i", "input", "text", "", false, "button", "More", true, BOX);
    assertTrue(ClickGuard.objection(field, intent, PAGE).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "Reject all,true",
    "Decline optional cookies,true",
    "Only necessary,true",
    "Alle ablehnen,true",
    "Nur notwendige Cookies,true",
    "Tout refuser,true",
    "Continuer sans accepter,true",
    "Rechazar todo,true",
    "Rifiuta tutto,true",
    "Rejeitar tudo,true",
    "Alles weigeren,true",
    "Odrzuć wszystko,true",
    "Reject and subscribe,false",
    "Refuser et s'abonner,false",
    "Ablehnen und Abo abschließen,false",
    "Settings,false",
    "Close,false",
    "Continue,false",
    "Accept all,false"
  })
  void aBannerIsAnsweredByItsOwnNoAlone(String name, boolean passes) {
    assertEquals(
        passes, ClickGuard.objection(button(name), Intent.CONSENT_REJECT, PAGE).isEmpty(), name);
    assertFalse(name.isEmpty());
  }
}
