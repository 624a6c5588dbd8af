import { clearNotice, say } from './notice.js';
import { session } from './session.js';

const HOME = { guest: '/sign-in', 'second step': '/second-step', member: '/profile' };

const view = document.getElementById('view');
let routes = {};
let beforeEach = null;
let wanted = null;
let notice = '';
let isFirst = true;

/**
 * Shows the view of the address, now and whenever it changes.
 *
 * A route has a title, who it is open to, and what it shows. `before` is told every path first.
 */
export function start(table, before) {
  routes = table;
  beforeEach = before;
  addEventListener('hashchange', show);
  show();
}

/** Goes to a path, and says something there. */
export function go(path, words = '') {
  notice = words;
  if (location.hash === `#${path}`) {
    show();
  } else {
    location.hash = path;
  }
}

/** Goes on to where the user wanted to be before there was a login in the way, or home. */
export function goOn(words = '') {
  const path = wanted ?? HOME[standing()];
  wanted = null;
  go(path, words);
}

/** Shows what the address has for whoever is there now, and says something. */
export function showAnew(words = '') {
  notice = words;
  show();
}

function show() {
  const asked = location.hash.slice(1);
  const path = admitted(asked);
  if (path !== asked) {
    history.replaceState(null, '', `#${path}`);
  }
  clearNotice();
  beforeEach(path);
  document.title = `${routes[path].title} · Thogits`;
  view.replaceChildren(...[routes[path].show()].flat());
  if (!isFirst) {
    scrollTo(0, 0);
    view.querySelector('h1').focus();
  }
  isFirst = false;
  say(notice);
  notice = '';
}

/** The path itself, if it is open to whoever is there; or else another. */
function admitted(path) {
  const openTo = routes[path]?.openTo;
  if (session.owes) {
    return session.owes;
  }
  if (openTo === standing() || (openTo === 'guest' && !session.isSignedIn)) {
    return path;
  }
  if (openTo === 'member') {
    wanted = path;
  }
  return HOME[standing()];
}

function standing() {
  return session.isSignedIn ? 'member' : session.awaitsCode ? 'second step' : 'guest';
}
