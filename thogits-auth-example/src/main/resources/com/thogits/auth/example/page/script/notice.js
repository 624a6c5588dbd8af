const place = document.getElementById('notice');

/** Says something above the view; assistive technology reads it out. */
export function say(text) {
  show(text, false);
}

/** Says that something went wrong. */
export function complain(text) {
  show(text, true);
}

export function clearNotice() {
  show('', false);
}

function show(text, isProblem) {
  place.classList.toggle('problem', isProblem);
  place.textContent = text;
}
