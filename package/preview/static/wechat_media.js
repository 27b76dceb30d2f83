// WeChat's functions for pictures, files and the place where the phone is.
//
// From developers.weixin.qq.com/miniprogram/dev/api: wx.chooseMedia, wx.saveImageToPhotosAlbum,
// wx.getLocation, FileSystemManager.readFile and .writeFile, and the npm package
// miniprogram-api-typings 5.2.3. Words of errors as the platform's users report them.

import { compressed, decoded, encoded } from "./files.js";
import { DENIED, Refused } from "./play.js";

/** @typedef {import("./play.js").Callbacks} Callbacks */
/** @typedef {import("./play.js").Host} Host */
/** @typedef {(name: string, options: any, work: () => Promise<object>) => void} Answer */

/**
 * @param {Host} host
 * @param {Answer} answer
 * @param {(name: string) => Promise<void>} privately asks for consent to the privacy guide first
 */
export function media(host, answer, privately) {
  const { files, permissions } = host;
  const manager = {
    readFile: (/** @type {any} */ options) =>
      answer("readFile", options, async () => {
        const data = decoded(files.read(options.filePath).bytes, options.encoding);
        return { errMsg: "readFile:ok", data };
      }),
    writeFile: (/** @type {any} */ options) =>
      answer("writeFile", options, async () => {
        files.write(options.filePath, encoded(options.data, options.encoding));
        return { errMsg: "writeFile:ok" };
      }),
  };
  return {
    env: { USER_DATA_PATH: files.own },
    getFileSystemManager: () => manager,
    chooseMedia: (/** @type {any} */ options = {}) =>
      answer("chooseMedia", options, async () => {
        await privately("chooseMedia");
        const { count = 9, sourceType = ["album", "camera"], mediaType = ["image", "video"] } = options;
        if (!mediaType.includes("image")) throw new Error("the preview has no videos");
        if (!sourceType.includes("album") && !(await permissions.ask("camera"))) {
          throw new Error("system permission denied");
        }
        const pictures = await host.pick(sourceType, count);
        const tempFiles = await Promise.all(pictures.map((picture) => described(host, picture)));
        return { errMsg: "chooseMedia:ok", tempFiles, type: "image" };
      }),
    compressImage: (/** @type {any} */ options) =>
      answer("compressImage", options, async () => {
        const picture = await compressed(files.read(options.src), (options.quality ?? 80) / 100);
        return { errMsg: "compressImage:ok", tempFilePath: (await files.add(picture)).path };
      }),
    saveImageToPhotosAlbum: (/** @type {any} */ options) =>
      answer("saveImageToPhotosAlbum", options, async () => {
        await privately("saveImageToPhotosAlbum");
        if (!(await permissions.ask("album"))) throw new Error(DENIED);
        const { bytes, type } = files.read(options.filePath);
        if (!type.startsWith("image/")) throw new Error("invalid file type");
        host.saved(new Blob([bytes], { type }));
        return { errMsg: "saveImageToPhotosAlbum:ok" };
      }),
    getLocation: (/** @type {any} */ options = {}) =>
      answer("getLocation", options, async () => {
        requireDeclared(host);
        await privately("getLocation");
        if (!(await permissions.ask("location"))) throw new Error(DENIED);
        const [latitude, longitude] = host.place();
        return {
          errMsg: "getLocation:ok",
          ...{ latitude, longitude, speed: -1, accuracy: 30 },
          ...{ altitude: 0, verticalAccuracy: 0, horizontalAccuracy: 30 },
        };
      }),
  };
}

/**
 * @param {Host} host
 * @param {Blob} picture
 */
async function described(host, picture) {
  const { path, bytes } = await host.files.add(picture);
  const { width, height } = await createImageBitmap(picture);
  return {
    tempFilePath: path,
    size: bytes.length,
    fileType: "image",
    ...{ width, height, duration: 0, thumbTempFilePath: "" },
  };
}

/**
 * A phone refuses the place to a shell whose app.json doesn't announce that it asks for it.
 * @param {Host} host
 */
function requireDeclared({ app }) {
  if (!app.requiredPrivateInfos?.includes("getLocation")) {
    throw new Refused({
      errMsg:
        "getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json",
    });
  }
  if (!app.permission?.["scope.userLocation"]?.desc) {
    throw new Refused({ errMsg: "getLocation:fail require permission desc" });
  }
}

