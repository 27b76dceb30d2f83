// What the host does for the page, and the login: of hosts whose functions are named alike.

const pictures = require("./pictures.js");

/** @type {Calls} */
const CALLS = {
  scan(_, end) {
    @api@.scanCode({
      success: (answer) => end(done(answer.result)),
      fail: failing(end),
    });
  },

  choose_image(_, end) {
    @api@.chooseImage({
      count: 1,
      sizeType: ["compressed"],
      sourceType: ["album", "camera"],
      success: ({ tempFiles: [file] }) => read(file.path, end),
      fail: failing(end),
    });
  },

  location(_, end) {
    @api@.getLocation({
      type: "wgs84",
      success: ({ latitude, longitude, accuracy }) =>
        end(done({ latitude, longitude, accuracy, system: "wgs84" })),
      fail: failing(end),
    });
  },

  save_image(task, end) {
    write(task.arguments.picture || "", end, (filePath) =>
      @api@.saveImageToPhotosAlbum({
        filePath,
        success: () => end(done(null)),
        fail: failing(end),
      }),
    );
  },
};
