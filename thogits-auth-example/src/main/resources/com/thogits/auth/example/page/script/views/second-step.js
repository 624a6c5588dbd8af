import { api } from '../api.js';
import { codeField, recoveryCodeField } from '../code-fields.js';
import { card, el, heading, opening } from '../dom.js';
import { form } from '../form.js';
import { go, goOn } from '../router.js';
import { session } from '../session.js';

/** After the password: a code from the app. */
export function secondStep() {
  return [
    card(
      opening(heading('Enter your code'), 'Your authenticator app shows six digits for Thogits.'),
      form({ fields: [codeField()], label: 'Continue', busyLabel: 'Checking…', send: sendCode }),
      el('p', {}, el('a', { href: '#/second-step/recovery' }, 'Use a recovery code instead')),
    ),
    startOver(),
  ];
}

/** Or, without the app, a recovery code. */
export function recoveryStep() {
  return [
    card(
      opening(
        heading('Use a recovery code'),
        'You saved these when you turned two-factor on. Each works once.',
      ),
      form({
        fields: [recoveryCodeField()],
        label: 'Continue',
        busyLabel: 'Checking…',
        send: sendRecoveryCode,
      }),
      el('p', {}, el('a', { href: '#/second-step' }, 'Use a code from your app instead')),
    ),
    startOver(),
  ];
}

function startOver() {
  return el('p', { class: 'aside' }, el('a', { href: '#/sign-in' }, 'Sign in with another account'));
}

async function sendCode({ code }) {
  await api.verifyTotp(code);
  await session.restore();
  goOn();
}

async function sendRecoveryCode({ code }) {
  await api.verifyRecoveryCode(code);
  await session.restore();
  go(
    '/two-factor',
    'You are signed in, and that recovery code is used up. If your app is gone, turn two-factor' +
      ' off with another recovery code and set it up again.',
  );
}
