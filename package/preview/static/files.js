// A host's files: temporary ones that it made, and those that the shell writes. Gone with the shell.

/** @typedef {{ path: string, bytes: Uint8Array<ArrayBuffer>, type: string }} File */

const TYPES = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };

export class Files {
  /**
   * @param {string} temporary what the paths of temporary files begin with
   * @param {string} own the folder in which the shell may write
   */
  constructor(temporary, own) {
    this.temporary = temporary;
    this.own = own;
    /** @type {Map<string, File>} */
    this.all = new Map();
  }

  /**
   * Keeps a picture that somebody chose; returns it with its path.
   * @param {Blob} blob
   */
  async add(blob) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const ending = blob.type.split("/")[1]?.replace("jpeg", "jpg") || "bin";
    const path = `${this.temporary}${crypto.randomUUID().replaceAll("-", "")}.${ending}`;
    const file = { path, bytes, type: blob.type };
    this.all.set(path, file);
    return file;
  }

  /**
   * @param {string} path
   * @returns {File}
   */
  read(path) {
    const file = this.all.get(path);
    if (!file) throw new Error(`no such file or directory, open '${path}'`);
    return file;
  }

  /**
   * @param {string} path
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  write(path, bytes) {
    if (!path.startsWith(`${this.own}/`)) throw new Error(`permission denied, open '${path}'`);
    const ending = /** @type {keyof typeof TYPES} */ (path.split(".").at(-1));
    this.all.set(path, { path, bytes, type: TYPES[ending] ?? "" });
  }
}

/**
 * Bytes as `readFile` gives them: base64 or text by its encoding, an ArrayBuffer without one.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} [encoding]
 */
export function decoded(bytes, encoding) {
  if (!encoding) return bytes.slice().buffer;
  if (encoding === "base64") {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return btoa(text);
  }
  if (/^utf-?8$/.test(encoding)) return new TextDecoder().decode(bytes);
  throw new Error(`invalid encoding "${encoding}"`);
}

/**
 * @param {string | ArrayBuffer} data
 * @param {string} [encoding]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function encoded(data, encoding = "utf8") {
  if (typeof data !== "string") return new Uint8Array(data);
  if (encoding !== "base64") return new TextEncoder().encode(data);
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/**
 * A smaller picture of the same thing.
 * @param {File} file
 * @param {number} quality 0 to 1
 */
export async function compressed({ bytes, type }, quality) {
  const image = await createImageBitmap(new Blob([bytes], { type }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}
