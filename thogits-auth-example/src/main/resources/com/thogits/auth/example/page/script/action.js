import { explain } from './messages.js';
import { clearNotice, complain, say } from './notice.js';
import { leaveBecauseOf } from './leaving.js';
import { pacedButton } from './paced-button.js';

/** A button that does something by itself; what is refused is said above the view. */
export function action(label, busyLabel, task, attributes = {}) {
  const button = pacedButton(label, busyLabel, {
    onclick: press,
    onfree: () => button.element.isConnected && say('You can try again now.'),
    ...attributes,
  });

  async function press() {
    try {
      await button.run(() => {
        clearNotice();
        return task();
      });
    } catch (refusal) {
      if (!leaveBecauseOf(refusal)) {
        complain(explain(refusal).text);
      }
    }
  }

  return button.element;
}
