package dev.affiant.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How controls are called that do more than show, in eight languages: to agree, to log in, to like,
 * follow, answer, vote, join, buy, report, send, save, change. A name that begins with one of them,
 * or has a part that does, is such a control: {@code 5 Likes. Like}.
 *
 * <p>Known limit: a control that says nothing, or says it in another language, is not told by its
 * name; its role, its form and its link are looked at all the same.
 */
final class Deeds {
  private static final List<String> ENGLISH =
      words(
          "accept, agree, i agree, allow, consent, ok, okay, got it, log in, login, sign in, signin,"
              + " sign up, signup, sign on, register, create account, create an account, follow,"
              + " unfollow, like, unlike, love, react, favourite, favorite, subscribe, unsubscribe,"
              + " join, reply, comment, add a comment, share, repost, retweet, boost, quote, send,"
              + " message, vote, upvote, downvote, buy, pay, order, checkout, check out, bid, add to"
              + " cart, add to basket, donate, tip, report, flag, block, mute, delete, remove, edit,"
              + " submit, publish, download, save, bookmark, install, upload, rate, review this");
  private static final List<String> GERMAN =
      words(
          "akzeptieren, alle akzeptieren, alles akzeptieren, zustimmen, einverstanden, erlauben,"
              + " verstanden, anmelden, einloggen, login, registrieren, konto erstellen, folgen,"
              + " entfolgen, gefällt mir, abonnieren, beitreten, mitmachen, kommentieren, kommentar"
              + " schreiben, teilen, senden, abschicken, nachricht, abstimmen, hochwählen, kaufen,"
              + " jetzt kaufen, bezahlen, bestellen, bieten, in den warenkorb, spenden, melden,"
              + " blockieren, stummschalten, löschen, entfernen, bearbeiten, veröffentlichen,"
              + " herunterladen, speichern, merken, installieren, hochladen, bewerten");
  private static final List<String> FRENCH =
      words(
          "accepter, tout accepter, j'accepte, autoriser, d'accord, se connecter, connexion,"
              + " s'inscrire, inscription, créer un compte, suivre, ne plus suivre, j'aime, aimer,"
              + " s'abonner, rejoindre, répondre, commenter, ajouter un commentaire, partager,"
              + " envoyer, message, voter, acheter, payer, commander, enchérir, ajouter au panier,"
              + " faire un don, signaler, bloquer, masquer, supprimer, modifier, publier,"
              + " télécharger, enregistrer, installer, noter");
  private static final List<String> SPANISH =
      words(
          "aceptar, aceptar todo, acepto, permitir, de acuerdo, entendido, iniciar sesión, acceder,"
              + " entrar, registrarse, regístrate, crear cuenta, crear una cuenta, seguir, dejar de"
              + " seguir, me gusta, suscribirse, suscríbete, unirse, únete, responder, comentar,"
              + " añadir comentario, compartir, enviar, mensaje, votar, comprar, pagar, pedir, pujar,"
              + " añadir al carrito, donar, denunciar, reportar, bloquear, silenciar, eliminar,"
              + " borrar, editar, publicar, descargar, guardar, instalar, subir, valorar");
  private static final List<String> ITALIAN =
      words(
          "accetta, accetta tutto, accetto, consenti, va bene, ho capito, accedi, registrati, crea"
              + " un account, crea account, segui, non seguire più, mi piace, iscriviti, abbonati,"
              + " unisciti, partecipa, rispondi, commenta, aggiungi un commento, condividi, invia,"
              + " messaggio, vota, acquista, compra, paga, ordina, fai un'offerta, aggiungi al"
              + " carrello, dona, segnala, blocca, silenzia, elimina, rimuovi, modifica, pubblica,"
              + " scarica, salva, installa, carica file, valuta");
  private static final List<String> PORTUGUESE =
      words(
          "aceitar, aceitar tudo, aceito, concordo, permitir, entendi, entrar, iniciar sessão,"
              + " fazer login, registar, registar-se, cadastrar, cadastre-se, criar conta, seguir,"
              + " deixar de seguir, gosto, curtir, gostei, subscrever, inscrever-se, assinar, aderir,"
              + " juntar-se, participar, responder, comentar, partilhar, compartilhar, enviar,"
              + " mensagem, votar, comprar, pagar, encomendar, adicionar ao carrinho, doar,"
              + " denunciar, bloquear, silenciar, eliminar, apagar, excluir, editar, publicar,"
              + " descarregar, transferir, baixar, guardar, salvar, instalar, avaliar");
  private static final List<String> DUTCH =
      words(
          "accepteren, alles accepteren, akkoord, toestaan, begrepen, inloggen, aanmelden,"
              + " registreren, account maken, account aanmaken, volgen, ontvolgen, vind ik leuk,"
              + " leuk, abonneren, lid worden, deelnemen, beantwoorden, reageren, reactie plaatsen,"
              + " delen, versturen, verzenden, bericht, stemmen, kopen, betalen, bestellen, bieden, in"
              + " winkelwagen, doneren, rapporteren, blokkeren, dempen, verwijderen, bewerken,"
              + " plaatsen, publiceren, downloaden, opslaan, bewaren, installeren, beoordelen");
  private static final List<String> POLISH =
      words(
          "akceptuj, akceptuję, zaakceptuj, zgadzam się, zezwól, rozumiem, zaloguj, zaloguj się,"
              + " zarejestruj, zarejestruj się, załóż konto, utwórz konto, obserwuj, śledź, przestań"
              + " obserwować, lubię to, polub, subskrybuj, dołącz, odpowiedz, skomentuj, dodaj"
              + " komentarz, udostępnij, wyślij, wiadomość, głosuj, zagłosuj, kup, kup teraz, zapłać,"
              + " zamów, licytuj, dodaj do koszyka, wesprzyj, zgłoś, zablokuj, wycisz, usuń, edytuj,"
              + " opublikuj, pobierz, zapisz, zainstaluj, prześlij, oceń");

  /** Nouns and verbs of one spelling: only what they stand before tells which. */
  private static final String AMBIGUOUS =
      "(?:post|antworten|reacties?)(?!.*\\b(?:anzeigen|ansehen|laden|einblenden|bekijken|tonen)\\b)"
          + "(?:$|\\s*$)";

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:"
              + all().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?![\\p{L}\\p{N}]).*|"
              + AMBIGUOUS,
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  /** What a banner's own control is called that says no. */
  private static final Pattern REJECTS =
      Pattern.compile(
          ".*\\b(?:reject|decline|refuse|deny|disagree|opt out|necessary|essential|required only|"
              + "without (?:accepting|consent)|no,? thanks|ablehn\\w*|verweiger\\w*|notwendig\\w*|"
              + "erforderlich\\w*|essenziell\\w*|ohne zustimmung|refuser|rejeter|continuer sans|"
              + "nécessaires|rechazar\\w*|rehusar|denegar|necesarias|rifiut\\w*|necessari|"
              + "rejeitar|recusar|necessários|weiger\\w*|afwijz\\w*|noodzakelijk\\w*|odrzu\\w*|"
              + "niezbędn\\w*|nie zgadzam)\\b.*",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  /** A "no" that costs money, or a subscription, is another offer. */
  private static final Pattern AT_A_PRICE =
      Pattern.compile(
          ".*(?:subscri|\\bpay|abonn|\\babo\\b|s'abonn|suscri|pagar|pagand|\\bassin|betal|płat|zapła|kup).*",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  private Deeds() {}

  private static List<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).toList();
  }

  private static Stream<String> all() {
    return Stream.of(ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH)
        .flatMap(List::stream)
        .distinct();
  }

  /** Whether a name says that its control does more than show. */
  static boolean named(String name) {
    return Stream.of(plain(name).split("[.,;:•·|()\\n/]+", -1))
        .map(part -> part.replaceFirst("^[^\\p{L}]+", "").strip())
        .anyMatch(part -> NAMES.matcher(part).matches());
  }

  /** Whether a name says no to what a banner asks. */
  static boolean rejects(String name) {
    String plain = plain(name);
    return REJECTS.matcher(plain).matches() && !AT_A_PRICE.matcher(plain).matches();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
  }
}
