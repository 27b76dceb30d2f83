// What every host has, and Alipay's own typings leave to those of a browser, which would allow more.

declare const console: {
  log(...words: unknown[]): void;
  warn(...words: unknown[]): void;
  error(...words: unknown[]): void;
};
declare function setTimeout(call: (...given: any[]) => void, milliseconds?: number): number;
declare function clearTimeout(timer: number): void;
