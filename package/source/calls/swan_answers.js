
/**
 * Says in our words why the host did not do something: by its numbers, and the words of those that
 * it has no number for.
 * @param {{ errMsg?: string, errCode?: number | string }} error
 * @returns {Outcome}
 */
function refusal(error) {
  const number = Number(error.errCode);
  if (number === 1002 || /cancel/.test(error.errMsg || "")) return { state: "cancelled", result: "" };
  // 1003: no album; 10003 by the person, 10005 by the system.
  if ([1003, 10003, 10005].includes(number)) return { state: "denied", result: "" };
  console.warn("the host failed", error);
  return { state: "failed", result: "" };
}

/**
 * The code that tells the server who is there; none of somebody who is not signed in to the host.
 * @returns {Promise<string>}
 */
function login() {
  return new Promise((resolve, reject) => {
    @api@.getLoginCode({
      success: (answer) => (answer.code ? resolve(answer.code) : reject(answer)),
      fail: reject,
    });
  });
}
