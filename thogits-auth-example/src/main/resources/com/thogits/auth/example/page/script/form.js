import { actions, el } from './dom.js';
import { explain } from './messages.js';
import { clearNotice, say } from './notice.js';
import { leaveBecauseOf } from './leaving.js';
import { pacedButton } from './paced-button.js';

/**
 * A form that is sent once at a time. What is refused stands beside the field it concerns, which
 * gets the focus, or above the fields if it concerns none of them.
 *
 * `send` gets the values by their names. `extra` are
 * other buttons, beside its own; `before` is what comes before the fields.
 */
export function form({ fields, label, busyLabel, send, kind = 'primary', ...others }) {
  const { before = [], extra = [] } = others;
  const problem = el('p', { class: 'problem', role: 'alert' });
  const button = pacedButton(label, busyLabel, { type: 'submit', class: kind, onfree: invite });
  const names = fields.map((field) => field.name);

  async function submit(event) {
    event.preventDefault();
    try {
      await button.run(sendIfComplete);
    } catch (refusal) {
      if (!leaveBecauseOf(refusal)) {
        show(refusal);
      }
    }
  }

  async function sendIfComplete() {
    clearNotice();
    problem.textContent = '';
    const checked = fields.map((field) => field.check());
    if (checked.every(Boolean)) {
      await send(Object.fromEntries(fields.map((field) => [field.name, field.value()])));
    } else {
      focusOn(fields[checked.indexOf(false)]);
    }
  }

  function show(refusal) {
    const { field: name, text } = explain(refusal, names);
    const field = fields.find((one) => one.name === name);
    if (field) {
      field.setWrong(text);
      focusOn(field);
    } else {
      problem.textContent = text;
      if (refusal.code === 'invalid_credentials') {
        focusOn(fields.at(-1));
      }
    }
  }

  function focusOn(field) {
    field.input.focus();
    field.input.select();
  }

  function invite() {
    problem.textContent = '';
    if (problem.isConnected) {
      say('You can try again now.');
    }
  }

  return el(
    'form',
    // Nothing is ever sent that way; should it be, then not as part of a URL.
    { class: 'form', method: 'post', novalidate: true, onsubmit: submit },
    problem,
    ...before,
    ...fields.map((field) => field.element),
    actions(button.element, ...extra),
  );
}
