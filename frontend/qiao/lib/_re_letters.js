// What letters are to Python's regular expressions.

const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const letter = String.fromCodePoint;

export const isDigit = (code, ascii) =>
  code < 128 || ascii ? code > 47 && code < 58 : /\p{Nd}/u.test(letter(code));

export const isSpace = (code, ascii) =>
  ascii ? code === 32 || (code > 8 && code < 14) : SPACES.test(letter(code));

export const isWord = (code, ascii) =>
  code < 128 || ascii ? /\w/.test(letter(code)) : /[\p{L}\p{N}]/u.test(letter(code));

/** By the letter behind a backslash; a capital one means the others. */
export const CATEGORIES = { d: isDigit, s: isSpace, w: isWord };

/** Returns what is the same for letters that differ in case only; "ascii" knows only those. */
export function folded(code, ignore) {
  if (code < 128 || ignore === "ascii") return code > 64 && code < 91 ? code + 32 : code;
  const lower = letter(code).toLowerCase().codePointAt(0);
  const upper = letter(lower).toUpperCase();
  return letter(upper.codePointAt(0)) === upper ? upper.toLowerCase().codePointAt(0) : lower;
}

/** Returns a test for letters of which one is in a set, whatever its case. */
export function anyCase(test, ignore) {
  return (code) => {
    if (test(code) || test(folded(code, ignore))) return true;
    if (ignore === "ascii" && code > 127) return false;
    const others = [letter(code).toLowerCase(), letter(folded(code, ignore)).toUpperCase()];
    return others.some((one) => {
      const other = one.codePointAt(0);
      return letter(other) === one && (ignore !== "ascii" || other < 128) && test(other);
    });
  };
}
