
// The same on every host; this ends each one's script.

/**
 * @param {Task} task
 * @param {TapEvent | null} event what a button of the host's told
 * @returns {Promise<Outcome>}
 */
function perform(task, event) {
  const call = CALLS[task.kind];
  // A newer page than this shell.
  if (!call) return Promise.resolve({ state: "failed", result: "" });
  return new Promise((end) => call(task, end, event));
}

/**
 * @param {unknown} result
 * @returns {Outcome}
 */
function done(result) {
  return { state: "done", result: JSON.stringify(result) };
}

/**
 * @param {End} end
 * @returns {(error: Parameters<typeof refusal>[0]) => void}
 */
function failing(end) {
  return (error) => end(refusal(error));
}

/**
 * @param {string} filePath
 * @param {End} end
 * @param {() => void} [shrink] what to do with a picture that is too large
 */
function read(filePath, end, shrink) {
  @api@.getFileSystemManager().readFile({
    filePath,
    encoding: "base64",
    success: (file) => {
      const data = String(file.data);
      if (data.length <= pictures.LARGEST) end(done(pictures.address(data)));
      else if (shrink) shrink();
      else end({ state: "failed", result: "" });
    },
    fail: failing(end),
  });
}

/**
 * @param {string} picture its address
 * @param {End} end
 * @param {(filePath: string) => void} next what comes of the file
 */
function write(picture, end, next) {
  const { data, type } = pictures.parts(picture);
  const filePath = `${@api@.env.USER_DATA_PATH}/picture.${type}`;
  @api@.getFileSystemManager().writeFile({
    filePath,
    data,
    encoding: "base64",
    success: () => next(filePath),
    fail: failing(end),
  });
}

module.exports = { login, perform };
