package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;

/** The installed Chromium without a window, on a profile of its own, and its driver. */
final class Chromium extends RemoteWebDriver {
  private static final String CDP = "executeCdpCommand";
  private static final Map<String, CommandInfo> CDP_COMMAND =
      Map.of(CDP, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST));
  private static final Pattern READY = Pattern.compile("started successfully on port (\\d+)");
  private static final int PATIENCE_SECONDS = 10;

  private final Process chromedriver;
  private final Path profile;

  private Chromium(URL url, MutableCapabilities wanted, Process chromedriver, Path profile) {
    super(new HttpCommandExecutor(client(url), CDP_COMMAND, url), wanted);
    this.chromedriver = chromedriver;
    this.profile = profile;
  }

  private static HttpClient client(URL url) {
    return HttpClient.Factory.createDefault()
        .createClient(ClientConfig.defaultConfig().baseUrl(url));
  }

  /** Starts both, or skips the test, aloud, if one of them is missing. */
  static Chromium start() throws IOException {
    Path driver = Tool.CHROMEDRIVER.require();
    Path browser = Tool.CHROMIUM.require();
    Path profile = Files.createTempDirectory("chromium");
    Process chromedriver =
        new ProcessBuilder(driver.toString(), "--port=0").redirectErrorStream(true).start();
    try {
      URL url = URI.create("http://localhost:" + port(chromedriver)).toURL();
      return new Chromium(url, wanted(browser, profile), chromedriver, profile);
    } catch (IOException | RuntimeException e) {
      chromedriver.destroy();
      throw e;
    }
  }

  private static int port(Process chromedriver) throws IOException {
    BufferedReader output = chromedriver.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new IOException("chromedriver did not start");
  }

  private static MutableCapabilities wanted(Path browser, Path profile) {
    List<String> arguments =
        List.of(
            "--headless",
            // Root, as in a container, gets no sandbox.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1280,800",
            "--user-data-dir=" + profile);
    return new MutableCapabilities(
        Map.of(
            "browserName",
            "chrome",
            "goog:chromeOptions",
            Map.of("binary", browser.toString(), "args", arguments),
            "goog:loggingPrefs",
            Map.of("browser", "ALL")));
  }

  /** Sends a command of the Chrome DevTools Protocol, for what WebDriver has no words for. */
  Map<?, ?> cdp(String command, Map<String, ?> parameters) {
    return (Map<?, ?>) execute(CDP, Map.of("cmd", command, "params", parameters)).getValue();
  }

  /** Ends both. */
  @Override
  public void quit() {
    super.quit();
    chromedriver.destroy();
    chromedriver.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stillInUse) {
      // It lies among the temporary files.
    }
  }
}
