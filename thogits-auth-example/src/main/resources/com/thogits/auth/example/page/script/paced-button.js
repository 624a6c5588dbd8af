import { el } from './dom.js';
import { inWords } from './messages.js';

/**
 * A button for one task at a time: while it runs, and while the server asks to wait, the button
 * does nothing and says why. It is never disabled in HTML's sense, since it would lose the focus.
 * At the end of a wait it tells its listeners that it is `free`.
 *
 * A refusal of the task breaks the promise of `run`.
 */
export function pacedButton(label, busyLabel, attributes = {}) {
  const button = el('button', { type: 'button', ...attributes }, label);
  let isFree = true;

  function show(text, free) {
    isFree = free;
    if (button.textContent !== text) {
      button.textContent = text;
    }
    if (free) {
      button.removeAttribute('aria-disabled');
    } else {
      button.setAttribute('aria-disabled', 'true');
    }
  }

  function wait(seconds) {
    const end = Date.now() + seconds * 1000;
    const ticking = setInterval(tick, 500);
    tick();

    function tick() {
      const left = Math.ceil((end - Date.now()) / 1000);
      if (left > 0) {
        show(`Wait ${inWords(left)}`, false);
      } else {
        clearInterval(ticking);
        show(label, true);
        button.dispatchEvent(new Event('free'));
      }
    }
  }

  async function run(task) {
    if (!isFree) {
      return;
    }
    show(busyLabel, false);
    button.setAttribute('aria-busy', 'true');
    try {
      await task();
      show(label, true);
    } catch (refusal) {
      show(label, true);
      if (refusal.retryAfter > 0) {
        wait(refusal.retryAfter);
      }
      throw refusal;
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  return { element: button, run };
}
