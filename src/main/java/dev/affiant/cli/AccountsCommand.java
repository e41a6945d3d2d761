package dev.affiant.cli;

import dev.affiant.social.Account;
import dev.affiant.social.Count;
import dev.affiant.social.Item;
import dev.affiant.social.When;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    return RecordsRead.answer(house, streams, where, which, AccountsCommand::table);
  }

  private static RecordsTable table(RecordsRead read) {
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
        table.add(
            line(one, account, items),
            cells(one, account, items),
            one.seen(account.json().put("items", items)));
      }
    }
    return table;
  }

  private static String line(RecordsRead.One one, Account account, long items) {
    String id = account.userId().isEmpty() ? "" : "  id " + account.userId();
    return account.key()
        + id
        + (account.name().isEmpty() ? "" : "  “" + account.name() + "”")
        + (account.counts().isEmpty() ? "" : "  " + Count.text(account.counts()))
        + (items == 0 ? "" : "  items " + items)
        + one.where();
  }

  private static List<String> cells(RecordsRead.One one, Account account, long items) {
    return List.of(
        account.key(),
        account.userId(),
        account.name(),
        Long.toString(one.row().index()),
        one.at(),
        account.whole() ? "yes" : "no",
        account.joined().map(When::from).map(Object::toString).orElse(""),
        account.joined().map(When::to).map(Object::toString).orElse(""),
        account.location(),
        Count.text(account.counts()),
        Long.toString(items),
        account.url(),
        one.lab());
  }
}
