/**
 * Makes an element. Whatever is put inside stays text: nothing on this page reads markup.
 *
 * An attribute that is true is there without a value, false and null leave it out, and a function
 * listens for the event that is named after "on".
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The heading of a view, which takes the focus when the view begins. */
export function heading(text, level = 1) {
  return el(`h${level}`, { tabindex: '-1' }, text);
}

/** What belongs together, on a ground of its own. */
export function card(...children) {
  return el('section', { class: 'card' }, ...children);
}

/** A heading with a line on what it is about. */
export function opening(title, words) {
  return el('div', { class: 'group' }, title, el('p', { class: 'muted' }, words));
}

/** Buttons in a row, or under each other where there is little room. */
export function actions(...buttons) {
  return el('div', { class: 'actions' }, ...buttons);
}

let ids = 0;

/** An id that no other element has. */
export function newId(word) {
  ids += 1;
  return `${word}-${ids}`;
}
