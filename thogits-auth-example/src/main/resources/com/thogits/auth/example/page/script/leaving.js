import { go, showAnew } from './router.js';
import { session } from './session.js';

/**
 * Goes where a refusal sends everybody, whatever they were doing; tells whether it is one of those.
 */
export function leaveBecauseOf(refusal) {
  switch (refusal.code) {
    case 'not_authenticated':
      session.end();
      showAnew('Your session has ended. Please sign in again.');
      return true;
    case 'no_partial_session':
      session.forgetSecondStep();
      go('/sign-in', 'This took too long, or too many codes were wrong. Please sign in again.');
      return true;
    case 'password_change_required':
    case 'totp_required':
      session.owe(refusal.code);
      showAnew(refusal.message);
      return true;
    default:
      return false;
  }
}
