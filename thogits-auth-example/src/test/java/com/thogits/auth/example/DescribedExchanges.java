package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.thogits.auth.http.openapi.ApiDescription;
import com.thogits.auth.http.openapi.Exchange;
import com.thogits.auth.http.openapi.ExchangeLog;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Holds what went over the wire, to the packaged server and back, against openapi.json. */
final class DescribedExchanges {
  private static final String PREFIX = "/api/auth";

  private final ExchangeLog log = ApiDescription.ofLibrary().log();

  void add(HttpResponse<String> response) {
    HttpRequest request = response.request();
    log.add(
        new Exchange(
            request.method(),
            request.uri().getRawPath().substring(PREFIX.length()),
            request.headers().map(),
            request.bodyPublisher().map(DescribedExchanges::text).orElse(""),
            response.statusCode(),
            response.headers().map(),
            response.body()));
  }

  void assertConform() {
    log.assertConforms();
  }

  private static String text(BodyPublisher body) {
    BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
    body.subscribe(new Buffers(text));
    return text.getBody().toCompletableFuture().join();
  }

  /** Hands each buffer on by itself. */
  private record Buffers(BodySubscriber<String> text) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      text.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      text.onNext(List.of(buffer));
    }

    @Override
    public void onError(Throwable failure) {
      text.onError(failure);
    }

    @Override
    public void onComplete() {
      text.onComplete();
    }
  }
}
