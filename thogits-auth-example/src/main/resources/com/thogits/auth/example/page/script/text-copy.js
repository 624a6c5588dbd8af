import { complain, say } from './notice.js';

/**
 * Copies the text of an element, and says so. Where the browser has no clipboard for scripts, as
 * over plain HTTP, it selects the text instead.
 */
export async function copyText(element, text) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    getSelection().selectAllChildren(element);
    complain('The browser did not let this page copy. The text is selected: copy it by hand.');
  }
}
