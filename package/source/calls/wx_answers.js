
/**
 * Says in our words why the host did not do something: by the words of the system's dialogs and
 * the numbers of a refused privacy dialog.
 * @param {{ errMsg: string, errno?: number, errCode?: number }} error
 * @returns {Outcome}
 */
function refusal(error) {
  const { errMsg, errno = 0, errCode = 0 } = error;
  if (/cancel/.test(errMsg)) return { state: "cancelled", result: "" };
  if (/auth|permission|privacy|user deny/.test(errMsg) || [103, 104].includes(errno)) {
    return { state: "denied", result: "" };
  }
  // The person wants no messages at all.
  if (errCode === 20004) return { state: "denied", result: "" };
  console.warn("the host failed", error);
  return { state: "failed", result: "" };
}

/**
 * The code that tells the server who is there.
 * @returns {Promise<string>}
 */
function login() {
  return new Promise((resolve, reject) => {
    @api@.login({@timeout@
      success: (answer) => resolve(answer.code),
      fail: reject,
    });
  });
}
