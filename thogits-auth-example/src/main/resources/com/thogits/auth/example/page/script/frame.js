import { action } from './action.js';
import { api } from './api.js';
import { el } from './dom.js';
import { go } from './router.js';
import { session } from './session.js';

const SECTIONS = {
  '/profile': 'Profile',
  '/password': 'Password',
  '/two-factor': 'Two-factor',
  '/sessions': 'Sessions',
};

const top = document.getElementById('top');
const main = document.getElementById('main');

document.getElementById('skip').addEventListener('click', (event) => {
  // The part of the address after the # is taken.
  event.preventDefault();
  main.querySelector('h1').focus();
});

/** What is around every view: who is signed in, the way out, and the way to the other views. */
export function showFrame(path) {
  document.body.className = session.isSignedIn ? 'member' : 'guest';
  document.querySelector('.who')?.remove();
  document.querySelector('.sections')?.remove();
  if (session.isSignedIn) {
    top.append(who());
  }
  // An account that owes something gets nowhere else.
  if (session.isSignedIn && !session.owes) {
    main.before(sections(path));
  }
}

function who() {
  const name = session.user?.display_name ?? session.user?.email ?? '';
  const wayOut = action('Sign out', 'Signing out…', signOut);
  return el('div', { class: 'who' }, el('span', {}, name), wayOut);
}

async function signOut() {
  try {
    await api.logout();
  } catch (refusal) {
    // Then somebody else has ended the session, and out is where the user wants to be.
    if (refusal.code !== 'not_authenticated') {
      throw refusal;
    }
  }
  session.end();
  go('/sign-in', 'You are signed out.');
}

function sections(current) {
  const links = Object.keys(SECTIONS).map((path) => el('li', {}, link(path, path === current)));
  return el('nav', { class: 'sections', 'aria-label': 'Account' }, el('ul', {}, ...links));
}

function link(path, isCurrent) {
  const attributes = { href: `#${path}`, 'aria-current': isCurrent ? 'page' : null };
  return el('a', attributes, SECTIONS[path]);
}
