package com.thogits.auth.http;

import com.thogits.auth.AuthError;
import java.util.Locale;

/** Why a request is refused over HTTP before the service is asked to do anything. */
enum RequestError {
  INVALID_JSON(400, "The body is not valid JSON."),
  INVALID_REQUEST(400, "The request is invalid."),
  NOT_AUTHENTICATED(401, AuthError.NOT_AUTHENTICATED.sentence()),
  NO_PARTIAL_SESSION(401, AuthError.NO_PARTIAL_SESSION.sentence()),
  CROSS_SITE(403, "Requests from other sites are not allowed."),
  NOT_FOUND(404, "There is nothing here."),
  METHOD_NOT_ALLOWED(405, "This method is not allowed here."),
  BODY_TOO_LARGE(413, "The body may have at most 16384 bytes."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json in UTF-8."),
  INTERNAL_ERROR(500, "Something went wrong. Please try again later.");

  private final int status;
  private final String sentence;

  RequestError(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
