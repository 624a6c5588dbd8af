package com.thogits.auth.brokenstores;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Columns of a type that does not hold what is put into them. */
// It holds functions without state.
@SuppressWarnings("ImmutableEnumChecker")
enum ValueDefect {
  TIMES_IN_THE_ZONE_OF_THE_JVM(
      each(
          Instant.class,
          time -> LocalDateTime.ofInstant(time, ZoneId.systemDefault()).toInstant(ZoneOffset.UTC)),
      each(
          Instant.class,
          time ->
              LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                  .atZone(ZoneId.systemDefault())
                  .toInstant())),
  TIMES_CUT_TO_SECONDS(each(Instant.class, time -> time.truncatedTo(ChronoUnit.SECONDS))),
  TIMES_IN_32_BITS(
      each(
          Instant.class,
          time -> Instant.ofEpochSecond(time.getEpochSecond() << 32 >> 32, time.getNano()))),
  NUMBERS_IN_32_BITS(each(Long.class, number -> (long) number.intValue())),
  COUNTS_IN_16_BITS(each(Integer.class, count -> (int) count.shortValue())),
  TEXTS_OF_THE_BASIC_PLANE_ALONE(
      each(String.class, text -> text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"))),
  TEXTS_CUT_TO_100_UNITS(
      each(String.class, text -> text.substring(0, Math.min(100, text.length())))),
  TEXTS_CUT_TO_256_UNITS(
      each(String.class, text -> text.substring(0, Math.min(256, text.length())))),
  TEXTS_STRIPPED(each(String.class, String::strip)),
  TEXTS_NORMALISED(each(String.class, text -> Normalizer.normalize(text, Normalizer.Form.NFC))),
  EMPTY_TEXTS_AS_NULL(value -> "".equals(value) ? null : value),
  LISTS_WITHOUT_ORDER(
      lists(list -> list.stream().sorted(Comparator.comparing(Object::toString)).toList())),
  LISTS_AS_TEXT_WITH_COMMAS(
      lists(
          list ->
              list.stream().anyMatch(String.class::isInstance)
                  ? List.of(String.join(",", texts(list)).split(",", -1))
                  : list));

  private final UnaryOperator<@Nullable Object> write;
  private final UnaryOperator<@Nullable Object> read;

  ValueDefect(UnaryOperator<@Nullable Object> write) {
    this(write, UnaryOperator.identity());
  }

  ValueDefect(UnaryOperator<@Nullable Object> write, UnaryOperator<@Nullable Object> read) {
    this.write = write;
    this.read = read;
  }

  <R extends Record> R written(R value) {
    return Components.changed(value, write);
  }

  <R extends Record> R read(R row) {
    return Components.changed(row, read);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <V> UnaryOperator<@Nullable Object> each(
      Class<V> type, Function<V, Object> change) {
    return value -> type.isInstance(value) ? change.apply(type.cast(value)) : value;
  }

  private static UnaryOperator<@Nullable Object> lists(Function<List<?>, List<?>> change) {
    return value -> value instanceof List<?> list ? change.apply(list) : value;
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(Object::toString).toList();
  }
}
