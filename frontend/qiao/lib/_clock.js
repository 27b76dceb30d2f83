// What a browser knows of time: now, and how far clocks are from UTC, here or in a named zone.

import { $B, integer, unnamed } from "./_values.js";

/** Returns microseconds since 1970, UTC. */
export const now = /* @__PURE__ */ unnamed(() => integer(Math.round((performance.timeOrigin + performance.now()) * 1000)));

/** Returns seconds that never go back. */
export const steady = /* @__PURE__ */ unnamed(() => $B.fast_float(performance.now() / 1000));

/** Returns by how many seconds the clock of this place is ahead of UTC, so many seconds after 1970. */
export const offset_here = /* @__PURE__ */ unnamed((seconds) => new Date(Number(seconds) * 1000).getTimezoneOffset() * -60);

/** Tells whether there is a zone of this name. */
export const is_zone = /* @__PURE__ */ unnamed((name) => {
  try {
    return Boolean(format(String(name)));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
});

/** The same as `offset_here`, in a zone by its name. */
export const offset_in = /* @__PURE__ */ unnamed((name, seconds) => {
  const at = Number(seconds) * 1000;
  const found = {};
  for (const { type, value } of format(String(name)).formatToParts(at)) found[type] = Number(value);
  const clock = new Date(0);
  clock.setUTCFullYear(found.year, found.month - 1, found.day);
  clock.setUTCHours(found.hour % 24, found.minute, found.second);
  return Math.round((clock.getTime() - at) / 1000);
});

const formats = new Map();

function format(timeZone) {
  if (!formats.has(timeZone)) {
    const numeric = ["year", "month", "day", "hour", "minute", "second"].map((part) => [part, "numeric"]);
    const options = { ...Object.fromEntries(numeric), calendar: "gregory", hourCycle: "h23", timeZone };
    formats.set(timeZone, new Intl.DateTimeFormat("en-US", options));
  }
  return formats.get(timeZone);
}
