import { field } from './fields.js';

/**
 * Six digits from an authenticator app, however they are grouped. Once they are complete the form
 * sends itself, unless that is for a button to do; the same six are not sent twice that way.
 */
export function codeField({ sendsItself = true, hint = '', label = 'Code from your app' } = {}) {
  const base = field({
    name: 'code',
    label,
    hint,
    missing: 'Enter the six digits.',
    style: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
  });
  let sent = '';

  function value() {
    return base.input.value.replace(/\s/g, '');
  }

  function sendIfComplete() {
    const code = value();
    if (/^[0-9]{6}$/.test(code) && code !== sent) {
      sent = code;
      base.input.form.requestSubmit();
    }
  }

  if (sendsItself) {
    base.input.addEventListener('input', sendIfComplete);
  }
  return { ...base, value };
}

/** One of the codes that were saved for the day the app is gone. */
export function recoveryCodeField() {
  return field({
    name: 'code',
    label: 'Recovery code',
    hint: 'Four groups of six letters and digits. Hyphens and blanks don’t matter.',
    missing: 'Enter one of your recovery codes.',
    style: 'letters',
    autocomplete: 'off',
  });
}
