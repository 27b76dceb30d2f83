// What the host does for the page, and the login.

const pictures = require("./pictures.js");

/** @type {Calls} */
const CALLS = {
  scan(_, end) {
    @api@.scanCode({
      scanType: ["qrCode", "barCode"],
      success: (answer) => end(done(answer.result)),
      fail: failing(end),
    });
  },

  pay(task, end) {
    const { timeStamp, nonceStr, package: order, signType, paySign } = JSON.parse(task.payment);
    @api@.requestPayment({
      timeStamp,
      nonceStr,
      package: order,
      signType,
      paySign,
      success: () => end(done(null)),
      fail: failing(end),
    });
  },

  subscribe(task, end) {
    const names = task.arguments.templates || [];
    @api@.requestSubscribeMessage({
      tmplIds: names.map((name) => config.templates[name]),
      success: (answer) => end(done(answers(names, (id) => Reflect.get(answer, id) === "accept"))),
      fail: failing(end),
    });
  },

  // A code of which only the server learns the number; the host's own button brings it.
  phone_number(_, end, event) {
    const { code = "", errMsg = "" } = event ? event.detail : {};
    end(code ? done(code) : refusal({ errMsg }));
  },

  choose_image(_, end) {
    @api@.chooseMedia({
      count: 1,
      mediaType: ["image"],
      sizeType: ["compressed"],
      success: ({ tempFiles: [{ tempFilePath: src }] }) =>
        read(src, end, () =>
          @api@.compressImage({
            src,
            quality: 50,
            success: (smaller) => read(smaller.tempFilePath, end),
            fail: failing(end),
          }),
        ),
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
