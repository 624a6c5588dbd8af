import { actions, card, el, heading, opening } from '../dom.js';
import { go } from '../router.js';
import { session } from '../session.js';
import { copyText } from '../text-copy.js';

/** New recovery codes: the server tells them only now, and keeps nothing it could tell again. */
export function recoveryCodes(codes) {
  const list = el('ol', { class: 'recovery' }, ...codes.map((code) => el('li', {}, code)));
  return card(
    opening(
      heading('Save your recovery codes'),
      'If you lose your phone, one of these lets you in. Each works once. Keep them in a password' +
        ' manager, or on paper.',
    ),
    el('p', {}, el('strong', {}, 'They are shown only now.')),
    list,
    actions(
      el('button', { type: 'button', onclick: () => copyText(list, codes.join('\n')) }, 'Copy'),
      el('button', { type: 'button', onclick: () => download(codes) }, 'Download'),
      el('button', { type: 'button', class: 'primary', onclick: finish }, 'I have saved them'),
    ),
  );
}

function finish() {
  go('/two-factor', 'Two-factor is on.');
}

function download(codes) {
  const title = `Recovery codes of ${session.user.email} at Thogits`;
  const text = [title, 'Each works once.', '', ...codes, ''].join('\r\n');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  el('a', { href: url, download: 'thogits-recovery-codes.txt' }).click();
  URL.revokeObjectURL(url);
}
