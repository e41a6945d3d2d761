package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A scripted browser whose shots of more than so many rows come back blank below that, as those of
 * a real one do at some height.
 */
final class ShotCdp implements Cdp {
  private static final int WIDTH = 16;
  private final int height;
  private final int good;
  private final boolean solid;
  private int extra;

  ShotCdp(int height, int good, boolean solid) {
    this.height = height;
    this.good = good;
    this.solid = solid;
  }

  void wrongSize() {
    extra = 5;
  }

  Pictures pictures() {
    return new Pictures(this, new FrameTree(this, Frames.NONE, s -> {}), 1);
  }

  @Override
  public JsonObject send(String method, JsonObject params) {
    return switch (method) {
      case "Page.getLayoutMetrics" ->
          TestPage.json(
              "{\"cssContentSize\":{\"width\":%d,\"height\":%d}}".formatted(WIDTH, height));
      case "Page.captureScreenshot" ->
          shot(params.getAsJsonObject("clip").get("height").getAsInt());
      case "Page.getFrameTree" ->
          TestPage.json("{\"frameTree\":{\"frame\":{\"id\":\"F\",\"url\":\"http://one.test/\"}}}");
      case "Page.createIsolatedWorld" -> TestPage.json("{\"executionContextId\":4}");
      case "Runtime.evaluate" -> TestPage.json("{\"result\":{\"objectId\":\"O\"}}");
      case "Runtime.callFunctionOn" -> TestPage.json("{\"result\":{\"value\":" + solid + "}}");
      default -> throw new IllegalArgumentException(method);
    };
  }

  private JsonObject shot(int rows) {
    byte[] png = PngTest.noise(WIDTH, rows + extra, Math.min(good, rows), rows);
    JsonObject answer = new JsonObject();
    answer.addProperty("data", Base64.getEncoder().encodeToString(png));
    return answer;
  }

  @Override
  public void post(String method, JsonObject params, Consumer<JsonObject> answer) {
    throw new IllegalArgumentException(method);
  }

  @Override
  public void on(String event, Consumer<JsonObject> listener) {
    throw new IllegalArgumentException(event);
  }
}
