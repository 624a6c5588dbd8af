package org.example.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Sends back the cookies that it was given. */
final class Browser {
  private final RestTestClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(int port) {
    this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }

  ResponseSpec get(String path) {
    return exchange(client.get().uri(path));
  }

  ResponseSpec post(String path) {
    return exchange(client.post().uri(path));
  }

  ResponseSpec post(String path, Map<String, String> json) {
    return exchange(client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(json));
  }

  ResponseSpec submit(String path, String form) {
    return exchange(
        client.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form));
  }

  private ResponseSpec exchange(RequestHeadersSpec<?> request) {
    ResponseSpec response = request.cookies(sent -> cookies.forEach(sent::set)).exchange();
    response
        .returnResult()
        .getResponseCookies()
        .forEach((name, received) -> cookies.put(name, received.get(0).getValue()));
    return response;
  }
}
