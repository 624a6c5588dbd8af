const UNKNOWN = 'Something went wrong. Please try again later.';

/** By code: the fields that may be to blame, and the words if the API's own do not fit a page. */
const MEANINGS = {
  invalid_email: [['email'], 'This is not an e-mail address. One looks like name@example.com.'],
  email_taken: [['email'], 'There is an account with this address already. Sign in instead.'],
  invalid_credentials: [[], 'The e-mail address or the password is wrong.'],
  incorrect_password: [['current_password', 'password'], 'This is not your password.'],
  password_too_short: [['new_password', 'password']],
  password_too_long: [['new_password', 'password']],
  password_too_common: [['new_password', 'password']],
  invalid_code: [['code'], 'This code is not right. Each works once: wait for the next one.'],
  no_pending_totp: [[], 'This set-up is no longer open. Please begin again.'],
  totp_locked: [[], 'Codes are locked after too many wrong ones. Use a recovery code.'],
  too_many_attempts: [[], 'Too many attempts.'],
  overloaded: [[], 'The service is busy.'],
  cross_site: [[], 'The browser says that another site sent this. Open this page by itself.'],
  body_too_large: [[], 'This is too long.'],
  unreachable: [[], 'The server can’t be reached. Check your connection and try again.'],
};

const FIELD_WORDS = {
  email: 'The e-mail address',
  password: 'The password',
  current_password: 'The current password',
  new_password: 'The new password',
  display_name: 'The name',
  code: 'The code',
};

/**
 * What a refusal means to a person, and the name of the field it concerns, if it is one of these.
 */
export function explain(refusal, names = []) {
  if (refusal.code === 'invalid_request') {
    return aboutNamedField(refusal.message, names);
  }
  const [blamed, words] = MEANINGS[refusal.code] ?? [[]];
  const text = words ?? (refusal.message || UNKNOWN);
  const wait = refusal.retryAfter > 0 ? ` Try again in ${inWords(refusal.retryAfter)}.` : '';
  return { field: blamed.find((name) => names.includes(name)) ?? null, text: text + wait };
}

/** The API begins such a sentence with the field's name in JSON. */
function aboutNamedField(message, names) {
  const [name, ...rest] = message.split(' ');
  return name in FIELD_WORDS
    ? { field: names.includes(name) ? name : null, text: [FIELD_WORDS[name], ...rest].join(' ') }
    : { field: null, text: message || UNKNOWN };
}

/** A span of time in words, exact enough to wait for. */
export function inWords(seconds) {
  if (seconds < 60) {
    return seconds === 1 ? '1 second' : `${seconds} seconds`;
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
