import { api } from '../api.js';
import { card, heading, opening } from '../dom.js';
import { hiddenUsername, passwordField } from '../fields.js';
import { form } from '../form.js';
import { withProof } from '../identity.js';
import { go } from '../router.js';
import { session } from '../session.js';

export function password() {
  return card(
    opening(
      heading(session.owes ? 'Choose a new password' : 'Change your password'),
      session.owes
        ? 'Your account needs a new password before you can go on.'
        : 'You stay signed in here. Everywhere else you are signed out.',
    ),
    form({
      before: [hiddenUsername(session.user?.email ?? '')],
      fields: [
        passwordField({ name: 'current_password', label: 'Current password' }),
        passwordField({ name: 'new_password', label: 'New password', isNew: true }),
      ],
      label: 'Change password',
      busyLabel: 'Changing…',
      send,
    }),
  );
}

async function send({ current_password: current, new_password: replacement }) {
  const changed = await withProof(() => api.changePassword(current, replacement));
  if (changed) {
    await session.restore();
    go('/password', 'Your password is changed.');
  }
}
