import { el, newId } from './dom.js';

/**
 * A labelled field: hint above, what is wrong below, and both told to assistive technology.
 *
 * `missing` is what to say if it is left empty; without it, it may be.
 */
export function field({ name, label, hint, missing, style = '', after = null, ...attributes }) {
  const id = newId(name);
  const input = el('input', {
    id,
    name,
    type: 'text',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-required': missing ? 'true' : null,
    oninput: () => setWrong(''),
    ...attributes,
  });
  const wrong = el('p', { class: 'wrong', id: `${id}-wrong` });
  const help = hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : null;
  const button = after?.(input) ?? null;
  const entry = el('div', { class: button ? 'entry revealing' : 'entry' }, input, button);
  const element = el(
    'div',
    { class: `field ${style}` },
    el('label', { for: id }, label),
    help,
    entry,
    wrong,
  );
  setWrong('');

  function setWrong(text) {
    wrong.textContent = text;
    const described = [text ? wrong.id : null, help?.id ?? null].filter((part) => part !== null);
    toggle('aria-describedby', described.join(' '));
    toggle('aria-invalid', text ? 'true' : '');
  }

  function toggle(attribute, value) {
    if (value) {
      input.setAttribute(attribute, value);
    } else {
      input.removeAttribute(attribute);
    }
  }

  return {
    name,
    element,
    input,
    setWrong,
    value: () => input.value,
    /** Whether there is something in it; if not, it says what is missing. */
    check() {
      const isMissing = Boolean(missing) && input.value === '';
      setWrong(isMissing ? missing : '');
      return !isMissing;
    },
  };
}

/** Not of type email: browsers would rewrite letters beyond ASCII in it. */
export function emailField() {
  const base = field({
    name: 'email',
    label: 'E-mail address',
    missing: 'Enter your e-mail address.',
    inputmode: 'email',
    autocomplete: 'username',
  });
  return { ...base, value: () => base.input.value.trim() };
}

export function passwordField({ name = 'password', label = 'Password', isNew = false }) {
  return field({
    name,
    label,
    type: 'password',
    hint: isNew ? 'At least 8 characters. Several words in a row are easy to remember.' : '',
    missing: isNew ? 'Choose a password.' : 'Enter your password.',
    autocomplete: isNew ? 'new-password' : 'current-password',
    after: (input) => revealButton(input, label),
  });
}

function revealButton(input, label) {
  const button = el('button', { type: 'button', onclick: turn }, 'Show');
  name();

  function turn() {
    const isHidden = input.type === 'password';
    input.type = isHidden ? 'text' : 'password';
    button.textContent = isHidden ? 'Hide' : 'Show';
    name();
  }

  function name() {
    button.setAttribute('aria-label', `${button.textContent} ${label.toLowerCase()}`);
  }

  return button;
}

/** For password managers, which ask whose password it is. */
export function hiddenUsername(email) {
  const attributes = { type: 'text', autocomplete: 'username', readonly: true, hidden: true };
  return el('input', { ...attributes, value: email });
}
