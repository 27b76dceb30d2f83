// What the host does for the page, and the login.

const pictures = require("./pictures.js");

/** @type {Calls} */
const CALLS = {
  scan(_, end) {
    my.scan({
      scanType: ["qrCode", "barCode"],
      success: (answer) => end(done(answer.code)),
      fail: failing(end),
    });
  },

  subscribe(task, end) {
    const names = task.arguments.templates || [];
    my.requestSubscribeMessage({
      entityIds: names.map((name) => config.templates[name]),
      success: ({ result }) => {
        const wanted = result ? result.subscribedEntityIds : [];
        end(done(answers(names, (id) => wanted.includes(id))));
      },
      fail: failing(end),
    });
  },

  // Encrypted: only the server learns the number. Told after the host's own button has asked.
  phone_number(_, end) {
    my.getPhoneNumber({
      success: ({ response }) => end(done(response)),
      fail: failing(end),
    });
  },

  choose_image(_, end) {
    my.chooseImage({
      count: 1,
      sizeType: ["compressed"],
      success: ({ tempFilePaths: [filePath] }) =>
        read(filePath, end, () =>
          my.compressImage({
            apFilePaths: [filePath],
            compressLevel: 0,
            success: ({ apFilePaths }) => read(apFilePaths[0], end),
            fail: failing(end),
          }),
        ),
      fail: failing(end),
    });
  },

  save_image(task, end) {
    write(task.arguments.picture || "", end, (filePath) =>
      my.saveImageToPhotosAlbum({
        filePath,
        success: () => end(done(null)),
        fail: failing(end),
      }),
    );
  },
};

/**
 * Says in our words why the host did not do something.
 * @param {{ error?: number, errorMessage?: string }} problem
 * @returns {Outcome}
 */
function refusal(problem) {
  const number = problem.error || 0;
  // 10 closes the scanner, 11 a chooser or an authorisation.
  if ([10, 11].includes(number)) return { state: "cancelled", result: "" };
  // 15: no album.
  if ([15, 2001, 2002, 2003].includes(number)) return { state: "denied", result: "" };
  console.warn("the host failed", problem);
  return { state: "failed", result: "" };
}

/**
 * The code that tells the server who is there. Silent: it gives no more than that, and asks for
 * nothing on the first screen.
 * @returns {Promise<string>}
 */
function login() {
  return new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: "auth_base",
      success: (answer) => resolve(answer.authCode),
      fail: reject,
    });
  });
}
