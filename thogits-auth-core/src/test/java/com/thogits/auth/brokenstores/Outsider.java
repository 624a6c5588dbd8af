package com.thogits.auth.brokenstores;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Somebody else's project, which has the core, what its test artifact publishes, and libraries, but
 * nothing else of this project.
 */
final class Outsider {
  private static final String PUBLISHED = "com/thogits/auth/contract";

  private final Path classes;
  private final List<Path> classPath;

  /**
   * Compiles sources.
   *
   * @param sources by class name
   * @param folder an empty one
   */
  Outsider(Map<String, String> sources, Path folder) throws IOException {
    Path main = location(AuthService.class);
    Path tests = location(Outsider.class);
    Path contracts = folder.resolve("contracts");
    copy(tests.resolve(PUBLISHED), contracts.resolve(PUBLISHED));
    classes = Files.createDirectories(folder.resolve("classes"));
    classPath = List.of(main, contracts);
    compile(sources, Files.createDirectories(folder.resolve("sources")), tests);
  }

  private void compile(Map<String, String> sources, Path folder, Path hidden) throws IOException {
    List<String> arguments = new ArrayList<>();
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).equals(hidden))
            .reduce("", (path, entry) -> path + File.pathSeparator + entry);
    arguments.addAll(List.of("-proc:none", "-d", classes.toString(), "-classpath"));
    arguments.add(classPath.get(0) + File.pathSeparator + classPath.get(1) + libraries);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("javac's exit status").isZero();
  }

  /** Runs all tests of a class, in a loader that sees what the outsider sees. */
  ContractRun run(String className) throws Exception {
    try (URLClassLoader loader = new Isolated(urls())) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        return ContractRun.of(loader.loadClass(className));
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private URL[] urls() {
    return Stream.concat(Stream.of(classes), classPath.stream())
        .map(Outsider::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      files.forEach(file -> copyFile(file, to.resolve(file.getFileName())));
    }
  }

  private static void copyFile(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds this project's classes where it is told to alone, and libraries where tests find them.
   */
  private static final class Isolated extends URLClassLoader {
    Isolated(URL[] urls) {
      super(urls, Outsider.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("com.thogits.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
