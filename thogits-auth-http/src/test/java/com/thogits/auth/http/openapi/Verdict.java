package com.thogits.auth.http.openapi;

import java.util.List;
import java.util.Optional;

/**
 * What the document says of an exchange.
 *
 * @param answer the kind of answer, if an operation gave one and its body tells
 * @param error the code of a refusal, otherwise empty
 * @param message its sentence
 * @param problems where exchange and document differ
 */
record Verdict(Optional<Answer> answer, String error, String message, List<String> problems) {}
