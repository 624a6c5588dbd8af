import { action } from './action.js';
import { actions, card, el, heading } from './dom.js';
import { showFrame } from './frame.js';
import { explain } from './messages.js';
import { showAnew, start } from './router.js';
import { session } from './session.js';
import { password } from './views/password.js';
import { profile } from './views/profile.js';
import { recoveryStep, secondStep } from './views/second-step.js';
import { sessions } from './views/sessions.js';
import { signIn } from './views/sign-in.js';
import { signUp } from './views/sign-up.js';
import { twoFactor } from './views/two-factor.js';

const ROUTES = {
  '/sign-in': route('Sign in', 'guest', signIn),
  '/sign-up': route('Create an account', 'guest', signUp),
  '/second-step': route('Enter your code', 'second step', secondStep),
  '/second-step/recovery': route('Use a recovery code', 'second step', recoveryStep),
  '/profile': route('Profile', 'member', profile),
  '/password': route('Password', 'member', password),
  '/two-factor': route('Two-factor authentication', 'member', twoFactor),
  '/sessions': route('Sessions', 'member', sessions),
};

function route(title, openTo, show) {
  return { title, openTo, show };
}

const view = document.getElementById('view');

async function begin() {
  view.replaceChildren(el('p', { class: 'loading' }, 'Loading…'));
  try {
    await session.restore();
  } catch (refusal) {
    view.replaceChildren(
      card(
        heading('Not available right now'),
        el('p', {}, explain(refusal).text),
        actions(action('Try again', 'Trying…', begin)),
      ),
    );
    return;
  }
  start(ROUTES, showFrame);
}

/** A page that comes back as it was left may show an account that is signed out by now. */
addEventListener('pageshow', async (event) => {
  if (event.persisted) {
    await session.restore().catch(() => session.end());
    showAnew();
  }
});

begin();
