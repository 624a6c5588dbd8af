import { api } from './api.js';
import { codeField } from './code-fields.js';
import { el, heading, newId, opening } from './dom.js';
import { hiddenUsername, passwordField } from './fields.js';
import { form } from './form.js';
import { session } from './session.js';

/**
 * Does something that may ask for a fresh session. If it does, and the user proves who it is, it is
 * done again; if not, nothing happens.
 */
export async function withProof(task) {
  try {
    return await task();
  } catch (refusal) {
    if (refusal.code !== 'reauthentication_required') {
      throw refusal;
    }
  }
  return (await proveIdentity()) ? task() : undefined;
}

/** Asks for the password, and for a code where there is two-factor. */
function proveIdentity() {
  return new Promise((resolve) => {
    const title = heading('Please confirm that it is you', 2);
    title.id = newId('confirm');
    const dialog = el('dialog', { 'aria-labelledby': title.id, onclose: close });
    let isProven = false;

    async function send({ password, code = null }) {
      await api.reauthenticate(password, code);
      isProven = true;
      dialog.close();
    }

    function close() {
      dialog.remove();
      resolve(isProven);
    }

    dialog.append(
      el(
        'section',
        { class: 'card' },
        opening(title, 'You signed in a while ago, so this needs your password again.'),
        form({
          before: [hiddenUsername(session.user?.email ?? '')],
          fields: [
            passwordField({}),
            ...(session.user?.has_totp ? [codeField({ sendsItself: false })] : []),
          ],
          label: 'Confirm',
          busyLabel: 'Confirming…',
          send,
          extra: [el('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel')],
        }),
      ),
    );
    // Inside the view, so that it goes when the view goes.
    document.getElementById('view').append(dialog);
    dialog.showModal();
  });
}
