import { api } from '../api.js';
import { card, el, heading } from '../dom.js';
import { emailField, passwordField } from '../fields.js';
import { form } from '../form.js';
import { go, goOn } from '../router.js';
import { session } from '../session.js';

export function signIn() {
  return [
    card(
      heading('Sign in'),
      form({
        fields: [emailField(), passwordField({})],
        label: 'Sign in',
        busyLabel: 'Signing in…',
        send,
      }),
    ),
    el('p', { class: 'aside' }, 'New here? ', el('a', { href: '#/sign-up' }, 'Create an account')),
  ];
}

async function send({ email, password }) {
  const answer = await api.login(email, password);
  if (answer.needs_2fa) {
    session.expectCode();
    go('/second-step');
    return;
  }
  await session.restore();
  goOn();
}
