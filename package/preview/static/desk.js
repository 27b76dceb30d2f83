// The desk of the emulated platforms: what a real phone would ask of its own.

/**
 * Asks; throws what the desk says against it.
 * @param {string} what see emulators/desk.py
 * @param {object} body
 * @returns {Promise<any>}
 */
export async function desk(what, body) {
  const answer = await fetch(`/preview/platforms/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

const LOOK = 500;
const LOOKS = 60;

/**
 * Tells of each notice of a payment that the platform sends to the server, until it is taken.
 * @param {string} host
 * @param {string} id
 * @param {(status: string) => void} tell
 */
export async function watchNotices(host, id, tell) {
  let seen = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const { notices, taken } = await desk("notices", { host, id });
    for (; seen < notices.length; seen += 1) tell(notices[seen]);
    if (taken) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
