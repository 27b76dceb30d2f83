// Expressions of a shell's markup: `{{state === 'denied'}}`, read without making code from text.

/** @typedef {Record<string, unknown>} Data */
/** @typedef {(data: Data) => unknown} Reader */

const TOKEN =
  /\s*(?:(?<sign>===|!==|==|!=|<=|>=|&&|\|\||[-+!<>?:().])|'(?<text>[^']*)'|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*))/y;

/** @type {Record<string, (left: any, right: any) => unknown>} */
const OPERATORS = {
  "===": (left, right) => left === right,
  "!==": (left, right) => left !== right,
  "==": (left, right) => left == right,
  "!=": (left, right) => left != right,
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
};

// From what binds least to what binds most; && and || are apart, as they may skip their right side.
const LEVELS = [
  ["===", "!==", "==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
];

/** @type {Record<string, unknown>} */
const CONSTANTS = { true: true, false: false, null: null, undefined };

class Parser {
  /**
   * @param {string} source
   */
  constructor(source) {
    this.source = source;
    this.at = 0;
    this.next();
  }

  next() {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.source);
    if (!match && this.source.slice(this.at).trim()) this.fail();
    this.at = TOKEN.lastIndex;
    /** @type {Record<string, string | undefined>} */
    this.token = match?.groups ?? {};
  }

  /**
   * @returns {never}
   */
  fail() {
    throw new Error(`The preview cannot read {{${this.source}}}`);
  }

  /**
   * @param {string} sign
   */
  takes(sign) {
    if (this.token?.sign !== sign) return false;
    this.next();
    return true;
  }

  /**
   * @param {string} sign
   */
  needs(sign) {
    if (!this.takes(sign)) this.fail();
  }

  /** @returns {Reader} */
  whole() {
    const reader = this.choice();
    if (Object.values(this.token ?? {}).some((part) => part !== undefined)) this.fail();
    return reader;
  }

  /** @returns {Reader} */
  choice() {
    const test = this.or();
    if (!this.takes("?")) return test;
    const yes = this.choice();
    this.needs(":");
    const no = this.choice();
    return (data) => (test(data) ? yes(data) : no(data));
  }

  /** @returns {Reader} */
  or() {
    const left = this.and();
    if (!this.takes("||")) return left;
    const right = this.or();
    return (data) => left(data) || right(data);
  }

  /** @returns {Reader} */
  and() {
    const left = this.binary(0);
    if (!this.takes("&&")) return left;
    const right = this.and();
    return (data) => left(data) && right(data);
  }

  /**
   * @param {number} level
   * @returns {Reader}
   */
  binary(level) {
    if (level === LEVELS.length) return this.unary();
    let reader = this.binary(level + 1);
    for (;;) {
      const sign = LEVELS[level].find((one) => this.takes(one));
      if (!sign) return reader;
      const left = reader;
      const right = this.binary(level + 1);
      reader = (data) => OPERATORS[sign](left(data), right(data));
    }
  }

  /** @returns {Reader} */
  unary() {
    if (!this.takes("!")) return this.member();
    const operand = this.unary();
    return (data) => !operand(data);
  }

  /** @returns {Reader} */
  member() {
    let reader = this.primary();
    while (this.takes(".")) {
      const name = this.token?.name ?? this.fail();
      this.next();
      const owner = reader;
      // As in the hosts, a field of nothing is nothing.
      reader = (data) => /** @type {any} */ (owner(data))?.[name];
    }
    return reader;
  }

  /** @returns {Reader} */
  primary() {
    if (this.takes("(")) {
      const inner = this.choice();
      this.needs(")");
      return inner;
    }
    const { text, number, name } = this.token ?? {};
    if (text === undefined && number === undefined && name === undefined) this.fail();
    this.next();
    if (text !== undefined) return () => text;
    if (number !== undefined) return () => Number(number);
    const word = String(name);
    return word in CONSTANTS ? () => CONSTANTS[word] : (data) => data[word];
  }
}

/**
 * Reads text with `{{…}}` in it. A text that is one expression keeps the type of its value.
 * @param {string} text
 * @returns {Reader}
 */
export function reader(text) {
  const parts = text.split(/\{\{(.*?)\}\}/);
  if (parts.length === 1) return () => text;
  const readers = parts.map((part, index) => (index % 2 ? new Parser(part).whole() : () => part));
  if (parts.length === 3 && !parts[0] && !parts[2]) return readers[1];
  return (data) => readers.map((read) => read(data) ?? "").join("");
}
