package com.thogits.auth.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, seen from a module's folder, where tests run. */
final class Sources {
  static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  static final List<String> MODULES = List.of("core", "http", "example");

  private Sources() {}

  static Path module(String name) {
    return PROJECT.resolve("thogits-auth-" + name);
  }

  static Path mainFolder(String module) {
    return module(module).resolve("src/main/java");
  }

  static Path testFolder(String module) {
    return module(module).resolve("src/test/java");
  }

  static Path document(String name) {
    return PROJECT.resolve("docs").resolve(name);
  }

  static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> mainFiles(String... modules) {
    return Stream.of(modules).flatMap(module -> javaFiles(mainFolder(module)).stream()).toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of a file without its comments. */
  static String code(Path file) {
    return text(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
  }

  /** The file's name without its ending, which is the name of its class. */
  static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
