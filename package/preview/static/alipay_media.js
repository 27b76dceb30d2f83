// Alipay's functions for pictures, files and the place where the phone is.
//
// From the open repository AlipayDocs/open-docs (mini/api: my.chooseImage, my.getLocation,
// my.saveImageToPhotosAlbum, my.saveImage with their error codes) and the npm package
// @mini-types/my 3.0.14.

import { compressed, decoded, encoded } from "./files.js";
import { DENIED, Refused } from "./play.js";

/** @typedef {import("./play.js").Host} Host */
/** @typedef {(name: string, options: any, work: () => Promise<object>) => void} Answer */

const INVALID = 2;
const UNSAVED = 17;

/**
 * @param {Host} host
 * @param {Answer} answer
 */
export function media(host, answer) {
  const { files, permissions } = host;
  const manager = {
    readFile: (/** @type {any} */ options) =>
      answer("readFile", options, async () => ({
        data: decoded(files.read(options.filePath).bytes, options.encoding),
        success: true,
      })),
    writeFile: (/** @type {any} */ options) =>
      answer("writeFile", options, async () => {
        files.write(options.filePath, encoded(options.data, options.encoding));
        return { success: true };
      }),
  };
  /** @param {string | undefined} path */
  async function save(path) {
    if (!path) throw refused(INVALID, "参数无效，没有传 filePath 参数。");
    if (!(await permissions.ask("album"))) throw new Error(DENIED);
    const picture = await pictureAt(host, path);
    if (!picture.type.startsWith("image/")) throw refused(UNSAVED, "保存图片过程中的其他错误");
    host.saved(picture);
    return { success: true };
  }
  return {
    env: { USER_DATA_PATH: files.own },
    getFileSystemManager: () => manager,
    chooseImage: (/** @type {any} */ options = {}) =>
      answer("chooseImage", options, async () => {
        const { count = 1, sourceType = ["camera", "album"] } = options;
        const sources = [sourceType].flat();
        if (!sources.includes("album") && !(await permissions.ask("camera"))) throw new Error(DENIED);
        const pictures = await host.pick(sources, count);
        const added = await Promise.all(pictures.map((picture) => files.add(picture)));
        const paths = added.map(({ path }) => path);
        const tempFiles = added.map(({ path, bytes }) => ({ path, size: bytes.length }));
        return { apFilePaths: paths, tempFilePaths: paths, tempFiles };
      }),
    compressImage: (/** @type {any} */ options) =>
      answer("compressImage", options, async () => {
        // 0 is low, 1 middle, 2 high, 4 by the network.
        const quality = [0.3, 0.5, 0.7][options.compressLevel ?? 4] ?? 0.5;
        const smaller = options.apFilePaths.map((/** @type {string} */ path) =>
          compressed(files.read(path), quality),
        );
        const added = (await Promise.all(smaller)).map((picture) => files.add(picture));
        const paths = (await Promise.all(added)).map(({ path }) => path);
        return { apFilePaths: paths, tempFilePaths: paths };
      }),
    saveImageToPhotosAlbum: (/** @type {any} */ options = {}) =>
      answer("saveImageToPhotosAlbum", options, () => save(options.filePath)),
    // No longer kept up by the platform, and still there.
    saveImage: (/** @type {any} */ options = {}) =>
      answer("saveImage", options, () => save(options.url)),
    getLocation: (/** @type {any} */ options = {}) =>
      answer("getLocation", options, async () => {
        if (!(await permissions.ask("location"))) throw new Error(DENIED);
        const [latitude, longitude] = host.place().map(String);
        return { latitude, longitude, accuracy: "30.0", horizontalAccuracy: "30.0" };
      }),
  };
}

/**
 * A picture by its path or, unlike in WeChat, by its address.
 * @param {Host} host
 * @param {string} path
 */
async function pictureAt(host, path) {
  if (!host.files.all.has(path) && host.mayAsk(path)) return (await fetch(path)).blob();
  const { bytes, type } = host.files.read(path);
  return new Blob([bytes], { type });
}

/**
 * @param {number} error
 * @param {string} errorMessage
 */
function refused(error, errorMessage) {
  return new Refused({ error, errorMessage });
}
