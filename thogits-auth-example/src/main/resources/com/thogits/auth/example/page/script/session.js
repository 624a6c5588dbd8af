import { api } from './api.js';

/** When the second step of a login closes; no secret, and not for longer than this tab lives. */
const SECOND_STEP_UNTIL = 'second-step-until';
const SECOND_STEP_MS = 5 * 60 * 1000;
const OWED = { password_change_required: '/password', totp_required: '/two-factor' };

/**
 * Who is signed in, as far as this page knows. The cookie is out of scripts' reach; the server is
 * asked.
 */
export const session = {
  /** UserInfo, or null. */
  user: null,
  /** The path of what the account has to do before anything else, or null. */
  owes: null,

  get isSignedIn() {
    return this.user !== null || this.owes !== null;
  },

  get awaitsCode() {
    return Number(sessionStorage.getItem(SECOND_STEP_UNTIL)) > Date.now();
  },

  /** Asks the server. */
  async restore() {
    try {
      this.begin(await api.me(), null);
    } catch (refusal) {
      if (refusal.code in OWED) {
        this.begin(null, OWED[refusal.code]);
      } else if (refusal.code === 'not_authenticated') {
        this.end();
      } else {
        throw refusal;
      }
    }
  },

  begin(user, owes) {
    this.user = user;
    this.owes = owes;
    this.forgetSecondStep();
  },

  end() {
    this.user = null;
    this.owes = null;
  },

  expectCode() {
    sessionStorage.setItem(SECOND_STEP_UNTIL, String(Date.now() + SECOND_STEP_MS));
  },

  forgetSecondStep() {
    sessionStorage.removeItem(SECOND_STEP_UNTIL);
  },

  owe(code) {
    this.owes = OWED[code];
  },
};
