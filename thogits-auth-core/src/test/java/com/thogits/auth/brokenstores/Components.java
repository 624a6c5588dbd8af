package com.thogits.auth.brokenstores;

import com.thogits.auth.TotpEnrolment;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and changes the components of what stores keep, those of tomorrow included. */
final class Components {
  private Components() {}

  static List<String> names(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** {@code next} with one component of {@code before}. */
  static <R extends Record> R forgetting(String name, R before, R next) {
    return rebuilt(
        next, component -> value(component, component.getName().equals(name) ? before : next));
  }

  /** {@code record} with another value of one component. */
  static <R extends Record> R with(R record, String name, Object value) {
    return rebuilt(
        record, component -> component.getName().equals(name) ? value : value(component, record));
  }

  /** {@code next}, where what it lacks is as it was before. */
  static <R extends Record> R withoutNulls(R before, R next) {
    return rebuilt(
        next,
        component -> {
          Object value = value(component, next);
          Object earlier = value(component, before);
          if (value instanceof TotpEnrolment enrolment && earlier instanceof TotpEnrolment old) {
            return withoutNulls(old, enrolment);
          }
          return value == null ? earlier : value;
        });
  }

  /** The record with each of its values changed, those of its lists and its enrolment too. */
  static <R extends Record> R changed(R written, UnaryOperator<@Nullable Object> change) {
    return rebuilt(
        written,
        component -> {
          Object value = value(component, written);
          return value instanceof TotpEnrolment enrolment
              ? changed(enrolment, change)
              : change.apply(value);
        });
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R rebuilt(R like, ComponentValue value) {
    RecordComponent[] components = like.getClass().getRecordComponents();
    try {
      Constructor<?> constructor =
          like.getClass()
              .getConstructor(
                  Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return (R) constructor.newInstance(Stream.of(components).map(value::of).toArray());
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException("The store cannot keep this.", unusable);
    }
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a component is to be. */
  private interface ComponentValue {
    @Nullable Object of(RecordComponent component);
  }
}
