package dev.affiant.cli;

import dev.affiant.social.Account;
import dev.affiant.social.Count;
import dev.affiant.social.Item;
import dev.affiant.social.When;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** {@code accounts}: who stands in the records, each look by itself. */
@Command(
    name = "accounts",
    description = {
      "Lists the accounts in sealed records, one line for each look: names and numbers change, and",
      "no look overwrites another."
    })
final class AccountsCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin RecordsOptions which = new RecordsOptions();

  AccountsCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    RecordsRead read = RecordsRead.of(house, where, which, voice);
    RecordsTable table =
        new RecordsTable(
            "account",
            "id",
            "name",
            "capture",
            "at",
            "own_page",
            "joined_from",
            "joined_to",
            "location_claimed",
            "counts",
            "items",
            "url",
            "lab");
    for (RecordsRead.One one : read.all()) {
      for (Account account : one.reading().accounts()) {
        long items =
            one.reading().items().stream().map(Item::account).filter(account.key()::equals).count();
        table.add(line(one, account, items), cells(one, account, items), json(one, account, items));
      }
    }
    table.tell(voice, streams, where, which);
    return read.exit();
  }

  private static String counts(Account account) {
    return new TreeMap<String, Count>(account.counts())
        .entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue().text())
            .collect(Collectors.joining(", "));
  }

  private static String line(RecordsRead.One one, Account account, long items) {
    String id = account.userId().isEmpty() ? "" : "  id " + account.userId();
    return account.key()
        + id
        + (account.name().isEmpty() ? "" : "  “" + account.name() + "”")
        + (account.counts().isEmpty() ? "" : "  " + counts(account))
        + (items == 0 ? "" : "  items " + items)
        + "  #"
        + one.row().index()
        + one.lab();
  }

  private static List<String> cells(RecordsRead.One one, Account account, long items) {
    return List.of(
        account.key(),
        account.userId(),
        account.name(),
        Long.toString(one.row().index()),
        one.row().endedAt().map(Object::toString).orElse(""),
        account.whole() ? "yes" : "no",
        account.joined().map(When::from).map(Object::toString).orElse(""),
        account.joined().map(When::to).map(Object::toString).orElse(""),
        account.location(),
        counts(account),
        Long.toString(items),
        account.url(),
        one.row().lab() ? "LAB" : "");
  }

  private static ObjectNode json(RecordsRead.One one, Account account, long items) {
    return account
        .json()
        .put("items", items)
        .put("capture", one.row().index())
        .put("at", one.row().endedAt().map(Object::toString).orElse(""))
        .put("records", one.records().hex())
        .put("lab", one.row().lab());
  }
}
