const PREFIX = '/api/auth';
/** Longer than the server lets a request wait for its database or for a turn to hash. */
const PATIENCE_MS = 30_000;

/** Why something was not done. The codes are the API's, and two of this page's own. */
export class Refusal extends Error {
  constructor(code, message, retryAfter = 0) {
    super(message);
    this.code = code;
    /** Seconds until it is worth another try; 0 if waiting is not what it takes. */
    this.retryAfter = retryAfter;
  }
}

async function call(method, path, fields) {
  const answer = await send(method, path, fields);
  const body = await bodyOf(answer);
  if (answer.ok && body !== null) {
    return body;
  }
  const wait = Number.parseInt(answer.headers.get('Retry-After') ?? '0', 10) || 0;
  throw new Refusal(body?.error ?? 'unexpected', body?.message ?? '', wait);
}

async function send(method, path, fields) {
  const request = { method, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) };
  if (fields !== undefined) {
    request.headers = { 'Content-Type': 'application/json' };
    request.body = JSON.stringify(fields);
  }
  try {
    return await fetch(PREFIX + path, request);
  } catch {
    throw new Refusal('unreachable', '');
  }
}

/** The object in an answer, or null if something else answered: a proxy with a page of its own. */
async function bodyOf(answer) {
  try {
    const body = await answer.json();
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}

/** The endpoints. Each promises what is documented, or breaks with a Refusal. */
export const api = {
  register: (email, password) => call('POST', '/register', { email, password }),
  login: (email, password) => call('POST', '/login', { email, password }),
  logout: () => call('POST', '/logout'),
  me: () => call('GET', '/me'),
  rename: (name) => call('PUT', '/profile', { display_name: name }),
  changePassword: (current, replacement) =>
    call('POST', '/password', { current_password: current, new_password: replacement }),
  setUpTotp: () => call('POST', '/2fa/totp/setup'),
  confirmTotp: (code) => call('POST', '/2fa/totp/confirm', { code }),
  verifyTotp: (code) => call('POST', '/2fa/totp/verify', { code }),
  disableTotp: (code) => call('POST', '/2fa/totp/disable', { code }),
  createRecoveryCodes: () => call('POST', '/2fa/recovery-codes'),
  verifyRecoveryCode: (code) => call('POST', '/2fa/recovery/verify', { code }),
  reauthenticate: (password, code) =>
    call('POST', '/reauthenticate', code === null ? { password } : { password, code }),
  sessions: () => call('GET', '/sessions'),
  endSession: (id) => call('DELETE', `/sessions/${encodeURIComponent(id)}`),
  endOtherSessions: () => call('POST', '/sessions/end-others'),
};
