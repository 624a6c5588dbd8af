package com.thogits.auth.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a request's body in, within its limits. */
final class RequestBody {
  static final int MOST_BYTES = 16 * 1024;

  private static final Pattern JSON_IN_UTF_8 =
      Pattern.compile(
          "application/json(\\s*;\\s*charset\\s*=\\s*(utf-8|\"utf-8\"))?\\s*;?",
          Pattern.CASE_INSENSITIVE);

  private RequestBody() {}

  /** Refuses a body that is not JSON; that there is no body at all is fine. */
  static void requireJsonIfAny(AuthRequest request) {
    if (!saysJson(request.header("Content-Type")) && hasBody(request)) {
      throw new RequestException(RequestError.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static boolean saysJson(List<String> contentType) {
    return contentType.size() == 1 && JSON_IN_UTF_8.matcher(contentType.get(0).strip()).matches();
  }

  private static boolean hasBody(AuthRequest request) {
    long declared = declaredLength(request);
    return declared >= 0 ? declared > 0 : read(request, 1).length > 0;
  }

  /** Reads the body, and not a byte of one that says beforehand that it is too large. */
  static byte[] read(AuthRequest request) {
    if (declaredLength(request) > MOST_BYTES) {
      throw new RequestException(RequestError.BODY_TOO_LARGE);
    }
    byte[] body = read(request, MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RequestException(RequestError.BODY_TOO_LARGE);
    }
    return body;
  }

  private static byte[] read(AuthRequest request, int most) {
    try {
      return request.body().readNBytes(most);
    } catch (IOException brokenOff) {
      throw new RequestException(
          RequestError.INVALID_REQUEST, "The body is broken or ended too early.");
    }
  }

  /** The length that the headers announce, or -1. */
  private static long declaredLength(AuthRequest request) {
    List<String> length = request.header("Content-Length");
    try {
      return length.size() == 1 ? Long.parseLong(length.get(0).strip()) : -1;
    } catch (NumberFormatException counted) {
      return -1;
    }
  }
}
