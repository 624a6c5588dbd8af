import { api } from '../api.js';
import { card, el, heading } from '../dom.js';
import { emailField, passwordField } from '../fields.js';
import { form } from '../form.js';
import { go } from '../router.js';
import { session } from '../session.js';

export function signUp() {
  return [
    card(
      heading('Create an account'),
      form({
        fields: [emailField(), passwordField({ isNew: true })],
        label: 'Create account',
        busyLabel: 'Creating your account…',
        send,
      }),
    ),
    el('p', { class: 'aside' }, 'Have an account? ', el('a', { href: '#/sign-in' }, 'Sign in')),
  ];
}

async function send({ email, password }) {
  await api.register(email, password);
  await session.restore();
  go('/profile', 'Welcome. Your account is ready.');
}
