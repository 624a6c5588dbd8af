package com.thogits.auth.http.openapi;

/**
 * A kind of answer that an operation has.
 *
 * @param error the code in the body of a refusal, otherwise empty
 */
public record Answer(String operation, int status, String error) {

  @Override
  public String toString() {
    return (operation + " " + status + " " + error).strip();
  }
}
