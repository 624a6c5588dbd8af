import { action } from '../action.js';
import { api } from '../api.js';
import { actions, card, el, heading, opening } from '../dom.js';
import { field } from '../fields.js';
import { form } from '../form.js';
import { withProof } from '../identity.js';
import { go } from '../router.js';
import { session } from '../session.js';
import { recoveryCodes } from './recovery-codes.js';
import { totpSetup } from './totp-setup.js';

/** Whether two-factor is on, and what follows from that; one part after the other in one place. */
export function twoFactor() {
  const place = el('div', { class: 'stack' });

  function show(...parts) {
    place.replaceChildren(...parts);
    place.querySelector('h1').focus();
  }

  async function begin() {
    const setup = await withProof(() => api.setUpTotp());
    if (setup) {
      show(totpSetup(setup, { showCodes, cancel }));
    }
  }

  async function cancel() {
    await api.disableTotp(null);
    go('/two-factor');
  }

  async function makeCodes() {
    const made = await withProof(() => api.createRecoveryCodes());
    if (made) {
      showCodes(made.recovery_codes);
    }
  }

  function showCodes(codes) {
    show(recoveryCodes(codes));
  }

  place.append(...(session.user?.has_totp ? whileOn(makeCodes) : [whileOff(begin)]));
  return place;
}

function whileOff(begin) {
  return card(
    title('Off', 'state'),
    el(
      'p',
      {},
      'With it, signing in takes your password and a code from an app on your phone.',
      ' Whoever learns your password still can’t get in.',
    ),
    el(
      'p',
      { class: 'muted' },
      'You need an authenticator app: Google Authenticator, Authy, 1Password or the like.',
    ),
    session.owes ? el('p', {}, 'Your account needs it before you can go on.') : null,
    actions(action('Set it up', 'Preparing…', begin, { class: 'primary' })),
  );
}

function whileOn(makeCodes) {
  return [
    card(
      title('On', 'state on'),
      el('p', {}, 'Signing in takes your password and a code from your authenticator app.'),
    ),
    card(
      opening(
        el('h2', {}, 'Recovery codes'),
        'Each lets you in once without your app. New ones make the earlier ones worthless.',
      ),
      actions(action('Make new recovery codes', 'Making…', makeCodes)),
    ),
    card(el('h2', {}, 'Turn it off'), turnOff()),
  ];
}

function title(state, style) {
  return el(
    'div',
    { class: 'titled' },
    heading('Two-factor authentication'),
    el('p', { class: style }, state),
  );
}

function turnOff() {
  return form({
    fields: [
      field({
        name: 'code',
        label: 'Code from your app, or a recovery code',
        missing: 'Enter a code.',
        autocomplete: 'one-time-code',
      }),
    ],
    kind: 'danger',
    label: 'Turn two-factor off',
    busyLabel: 'Turning it off…',
    send: async ({ code }) => {
      if (await withProof(() => api.disableTotp(code))) {
        await session.restore();
        go('/two-factor', 'Two-factor is off. Your password alone lets you in now.');
      }
    },
  });
}
