// Reads the code on a picture: by the browser where it can, else by a decoder in JavaScript.

/** @typedef {{ data: string }} Code */
/** @typedef {(pixels: Uint8ClampedArray, width: number, height: number) => Code | null} Decoder */
/** @typedef {new (options: { formats: string[] }) => { detect(image: ImageBitmap): Promise<{ rawValue: string }[]> }} Detector */

const LARGEST = 1200; // A photo of 12 megapixels takes seconds, and shows no more of a code.

/**
 * @param {Blob} file
 * @returns {Promise<string>} what the code says; "" when there is none on the picture
 */
export async function decode(file) {
  const image = await picture(file);
  return image ? read(image) : "";
}

/**
 * @param {ImageBitmap} image
 */
export async function read(image) {
  return (await byBrowser(image)) || (await byScript(image));
}

/**
 * @param {Blob} file
 */
async function picture(file) {
  try {
    return await createImageBitmap(file);
  } catch (problem) {
    // People pick any file; one that is no picture holds no code.
    if (problem instanceof DOMException && problem.name === "InvalidStateError") return null;
    throw problem;
  }
}

/**
 * @param {ImageBitmap} image
 */
async function byBrowser(image) {
  const { BarcodeDetector } = /** @type {{ BarcodeDetector?: Detector & { getSupportedFormats(): Promise<string[]> } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  // The name may be there without what it needs of the system.
  if (!(await BarcodeDetector?.getSupportedFormats())?.includes("qr_code")) return "";
  const codes = await new /** @type {Detector} */ (BarcodeDetector)({ formats: ["qr_code"] }).detect(image);
  return codes[0]?.rawValue ?? "";
}

/**
 * @param {ImageBitmap} image
 */
async function byScript(image) {
  const scale = Math.min(1, LARGEST / Math.max(image.width, image.height));
  const width = Math.round(image.width * scale);
  const height = Math.round(image.height * scale);
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("This browser cannot draw the picture");
  // Seen through, a picture would be a dark code on black.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const decoder = await loaded();
  return decoder(context.getImageData(0, 0, width, height).data, width, height)?.data ?? "";
}

/** @returns {Promise<Decoder>} */
async function loaded() {
  const place = /** @type {{ jsQR?: Decoder }} */ (/** @type {unknown} */ (globalThis));
  if (!place.jsQR) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/preview/jsqr.js";
      script.onload = resolve;
      script.onerror = () => reject(new Error("The decoder could not be loaded"));
      document.head.append(script);
    });
  }
  return /** @type {Decoder} */ (place.jsQR);
}
