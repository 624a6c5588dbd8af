import { api } from '../api.js';
import { card, el, heading } from '../dom.js';
import { field } from '../fields.js';
import { form } from '../form.js';
import { showFrame } from '../frame.js';
import { say } from '../notice.js';
import { session } from '../session.js';
import { day } from '../time.js';

export function profile() {
  const { user } = session;
  const name = field({
    name: 'display_name',
    label: 'Name',
    hint: 'What you are called here. If it is empty, your address is shown.',
    autocomplete: 'name',
    autocapitalize: 'words',
    value: user.display_name ?? '',
  });

  async function send({ display_name: typed }) {
    session.user = await api.rename(typed);
    name.input.value = session.user.display_name ?? '';
    showFrame('/profile');
    say('Your name is saved.');
  }

  return [
    card(heading('Profile'), form({ fields: [name], label: 'Save', busyLabel: 'Saving…', send })),
    card(
      el('h2', {}, 'Account'),
      el(
        'dl',
        { class: 'facts' },
        ...fact('E-mail address', user.email),
        ...fact('Member since', day(user.created_at)),
        ...fact('Two-factor authentication', twoFactor(user.has_totp)),
      ),
    ),
  ];
}

function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)];
}

function twoFactor(isOn) {
  return isOn
    ? 'On'
    : el('span', {}, 'Off. ', el('a', { href: '#/two-factor' }, 'Turn it on'));
}
