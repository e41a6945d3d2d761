package dev.affiant.cli;

import dev.affiant.social.Place;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code places}: what pages say of places. */
@Command(
    name = "places",
    description = {
      "Lists what sealed records say of places: tags of platforms, coordinates, EXIF of pictures,",
      "what listings and accounts claim. Each is a claim, and none is where somebody lives."
    })
final class PlacesCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin RecordsOptions which = new RecordsOptions();

  PlacesCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return RecordsRead.answer(house, streams, where, which, PlacesCommand::table);
  }

  private static RecordsTable table(RecordsRead read) {
    RecordsTable table =
        new RecordsTable(
            "subject", "source", "text", "latitude", "longitude", "verdict", "capture", "lab");
    for (RecordsRead.One one : read.all()) {
      for (Place place : one.reading().places()) {
        table.add(line(one, place), cells(one, place), one.seen(place.json()));
      }
    }
    return table;
  }

  private static String line(RecordsRead.One one, Place place) {
    return place.subject()
        + "  "
        + place.source()
        + "  “"
        + place.raw()
        + "”  "
        + place.verdict()
        + one.where();
  }

  private static List<String> cells(RecordsRead.One one, Place place) {
    return List.of(
        place.subject(),
        place.source(),
        place.raw(),
        place.latitude().map(Object::toString).orElse(""),
        place.longitude().map(Object::toString).orElse(""),
        place.verdict(),
        Long.toString(one.row().index()),
        one.lab());
  }
}
