import { action } from '../action.js';
import { api } from '../api.js';
import { deviceName } from '../device.js';
import { actions, card, el, heading, opening } from '../dom.js';
import { explain } from '../messages.js';
import { say } from '../notice.js';
import { leaveBecauseOf } from '../leaving.js';
import { ago, moment } from '../time.js';

/** Where the account is signed in, newest first, and the ways to end that. */
export function sessions() {
  const title = heading('Sessions');
  const place = el(
    'div',
    { class: 'stack', 'aria-busy': 'true' },
    el('p', { class: 'loading' }, 'Loading…'),
  );

  async function load() {
    try {
      const { sessions: found } = await api.sessions();
      place.replaceChildren(...listed(found));
    } catch (refusal) {
      if (!leaveBecauseOf(refusal)) {
        place.replaceChildren(
          el('p', {}, explain(refusal).text),
          actions(action('Try again', 'Trying…', load)),
        );
      }
    }
    place.removeAttribute('aria-busy');
  }

  function listed(found) {
    const own = found.filter((one) => one.current);
    const others = found.filter((one) => !one.current).reverse();
    const list = el('ul', { class: 'sessions' }, ...[...own, ...others].map(entry));
    const after =
      others.length > 0
        ? action('Sign out everywhere else', 'Signing out…', endOthers)
        : el('p', { class: 'muted' }, 'You are signed in nowhere else.');
    return [list, actions(after)];
  }

  function entry(one) {
    const device = deviceName(one.user_agent);
    return el(
      'li',
      {},
      el(
        'div',
        {},
        el(
          'p',
          { class: 'device' },
          device,
          one.current ? el('span', { class: 'state on' }, 'This one') : null,
        ),
        small(`Signed in ${moment(one.created_at)}`),
        small(one.current ? one.ip : `${one.ip} · last used ${ago(one.last_seen_at)}`),
      ),
      one.current ? null : endButton(one.id, device),
    );
  }

  function small(words) {
    return el('p', { class: 'muted small' }, words);
  }

  function endButton(id, device) {
    // Of several buttons with the same words, each says which session it is for.
    const which = { 'aria-label': `Sign out ${device}` };
    return action('Sign out', 'Signing out…', () => end(id), which);
  }

  async function end(id) {
    try {
      await api.endSession(id);
    } catch (refusal) {
      // It has ended by itself.
      if (refusal.code !== 'not_found') {
        throw refusal;
      }
    }
    await told('That session has ended.');
  }

  async function endOthers() {
    await api.endOtherSessions();
    await told('All other sessions have ended.');
  }

  /** The button that was pressed is gone with its entry, so the focus needs a place. */
  async function told(words) {
    await load();
    title.focus();
    say(words);
  }

  load();
  return card(opening(title, 'Where you are signed in to this account.'), place);
}
