// What the shell asks of the server behind the page.

const calls = require("./calls.js");
const config = require("./config.js");
const host = require("./host.js");

// Before each try, in milliseconds: a phone that just changed networks has one again within seconds.
const PAUSES = [0, 1000, 3000];

/**
 * Changes the host's login code into a ticket: the page opened with it knows the user.
 * @returns {Promise<{ ticket: string, build: string }>}
 */
async function login() {
  const code = await calls.login();
  const answer = await host.post("/api/logins", { host: config.host, code });
  const ticket = field(answer.data, "ticket");
  if (answer.status !== 201 || !ticket) {
    throw new Error(`login: ${answer.status} ${field(answer.data, "code")}`);
  }
  return { ticket, build: field(answer.data, "build") };
}

/**
 * Asks what a call is about. "over" means that nobody waits for it any more.
 * @param {string} call
 * @param {string} token
 * @returns {Promise<Task | "over" | "unreachable">}
 */
async function begin(call, token) {
  const path = `/api/native-calls/${encodeURIComponent(call)}/begin`;
  const { status, data } = await patiently(path, { token });
  if (!status) return "unreachable";
  if (status !== 201 || field(data, "state") !== "waiting") return "over";
  const given = Reflect.get(Object(data), "arguments") || {};
  return { kind: field(data, "kind"), arguments: given, payment: field(data, "payment") };
}

/**
 * Tells the server how a native call ended. "over" means that the server takes no answer any more:
 * the call is too old, or has its answer from an earlier try that seemed lost.
 * @param {string} call
 * @param {string} token
 * @param {Outcome} outcome
 * @returns {Promise<"sent" | "over" | "unsent">}
 */
async function report(call, token, outcome) {
  const path = `/api/native-calls/${encodeURIComponent(call)}/result`;
  const { status } = await patiently(path, { token, ...outcome });
  if (!status) return "unsent";
  return status < 300 ? "sent" : "over";
}

/**
 * Posts until there is an answer that another try would not change; status 0 without one.
 * @param {string} path
 * @param {Record<string, unknown>} body
 * @returns {Promise<{ status: number, data: unknown }>}
 */
async function patiently(path, body) {
  for (const pause of PAUSES) {
    if (pause) await sleep(pause);
    try {
      const answer = await host.post(path, body);
      const { status } = answer;
      if (status < 500 && status !== 408 && status !== 429) return answer;
    } catch (error) {
      console.warn("no answer from the server", error);
    }
  }
  return { status: 0, data: null };
}

/**
 * @param {unknown} data
 * @param {string} name
 */
function field(data, name) {
  const value = data && typeof data === "object" ? Reflect.get(data, name) : "";
  return typeof value === "string" ? value : "";
}

/**
 * @param {number} milliseconds
 */
function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

module.exports = { login, begin, report };
