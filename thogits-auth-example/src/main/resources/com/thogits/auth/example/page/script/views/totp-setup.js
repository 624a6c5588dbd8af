import { action } from '../action.js';
import { api } from '../api.js';
import { codeField } from '../code-fields.js';
import { card, el, heading } from '../dom.js';
import { form } from '../form.js';
import { complain } from '../notice.js';
import { go } from '../router.js';
import { session } from '../session.js';
import { copyText } from '../text-copy.js';

/** The secret as QR code and as text, and the first code that proves the app has it. */
export function totpSetup(setup, { showCodes, cancel }) {
  const secret = el('code', { class: 'secret' }, setup.secret.replace(/.{4}(?=.)/g, '$& '));

  function copy() {
    return copyText(secret, setup.secret);
  }

  async function confirm({ code }) {
    await api.confirmTotp(code);
    try {
      await session.restore();
      const { recovery_codes: codes } = await api.createRecoveryCodes();
      showCodes(codes);
    } catch {
      go('/two-factor');
      complain('Two-factor is on, but there are no recovery codes yet. Please make them now.');
    }
  }

  return card(
    heading('Set up two-factor'),
    el(
      'ol',
      { class: 'steps' },
      step(
        el('h2', {}, 'Scan this with your authenticator app'),
        el('img', {
          class: 'qr',
          src: setup.qr_code,
          alt: 'QR code for your authenticator app. The key below says the same.',
        }),
        el('p', {}, 'Or type this key into the app:'),
        secret,
        el('button', { type: 'button', onclick: copy }, 'Copy the key'),
      ),
      step(
        el('h2', {}, 'Enter the code that it shows'),
        form({
          fields: [codeField({ label: 'Six digits' })],
          label: 'Turn two-factor on',
          busyLabel: 'Checking…',
          send: confirm,
          extra: [action('Cancel', 'Cancelling…', cancel)],
        }),
      ),
    ),
  );
}

function step(...children) {
  return el('li', {}, ...children);
}
