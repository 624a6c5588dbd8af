const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A day, such as 15 January 2025. */
export function day(iso) {
  return DAY.format(new Date(iso));
}

/** A day and a time of day. */
export function moment(iso) {
  return MOMENT.format(new Date(iso));
}

/** How long ago it was; the clocks of server and browser may differ a little. */
export function ago(iso) {
  const seconds = (Date.now() - new Date(iso).getTime()) / 1000;
  const unit = UNITS.find(([, length]) => seconds >= length);
  return unit ? AGO.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now';
}
