// What the shell asks of the server behind the page.

const config = require("./config.js");
const host = require("./host.js");

/** @typedef {import("./host.js").Outcome} Outcome */

// Before each try, in milliseconds: a phone that just changed networks has one again within seconds.
const PAUSES = [0, 1000, 3000];

/**
 * Changes the host's login code into a ticket: the page opened with it knows the user.
 * @returns {Promise<{ ticket: string, build: string }>}
 */
async function login() {
  const { state, result } = await host.login();
  if (state !== "done") throw new Error(`login: ${state}`);
  const answer = await host.post("/api/logins", { host: config.host, code: result });
  const ticket = field(answer.data, "ticket");
  if (answer.status !== 201 || !ticket) {
    throw new Error(`login: ${answer.status} ${field(answer.data, "code")}`);
  }
  return { ticket, build: field(answer.data, "build") };
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
  for (const pause of PAUSES) {
    if (pause) await sleep(pause);
    const status = await statusOf(path, { token, ...outcome });
    if (status >= 200 && status < 300) return "sent";
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return "over";
  }
  return "unsent";
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} body
 */
async function statusOf(path, body) {
  try {
    return (await host.post(path, body)).status;
  } catch (error) {
    console.warn("no answer from the server", error);
    return 0;
  }
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

module.exports = { login, report };
