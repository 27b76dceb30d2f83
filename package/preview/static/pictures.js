// The host's picture chooser, and its photo album.

import { CANCELLED } from "./play.js";
import { lay, one } from "./sheets.js";
import { t } from "./texts.js";

/**
 * Opens the chooser. Resolves with one picture or several; rejects as a host does.
 * @param {string[]} sources "album", "camera"
 * @param {number} most
 * @returns {Promise<Blob[]>}
 */
export function pick(sources, most) {
  return new Promise((resolve, reject) => {
    const close = () => {
      remove();
      reject(new Error(CANCELLED));
    };
    const { sheet, remove } = lay("pictures", close);
    const said = one(sheet, ".said");
    one(sheet, ".file").hidden = !sources.includes("album");
    const file = /** @type {HTMLInputElement} */ (one(sheet, "input[type=file]"));
    file.multiple = most > 1;
    file.addEventListener("change", () => {
      const files = [...(file.files ?? [])];
      const wrong = files.find((each) => !each.type.startsWith("image/"));
      if (wrong) {
        said.textContent = t("That is not a picture.");
      } else if (files.length) {
        remove();
        resolve(files.slice(0, most));
      }
    });
    const camera = one(sheet, ".photo");
    camera.hidden = !sources.includes("camera");
    camera.addEventListener("click", async () => {
      remove();
      resolve([await photo()]);
    });
  });
}

/** A photo: colours and the time, so that one is told from another. */
async function photo() {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw the photo");
  const ground = context.createLinearGradient(0, 0, 640, 480);
  ground.addColorStop(0, "#4cc495");
  ground.addColorStop(1, "#2f5fa8");
  context.fillStyle = ground;
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = "#fff";
  context.font = "48px sans-serif";
  context.textAlign = "center";
  context.fillText(new Date().toLocaleTimeString(), 320, 250);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
}

/**
 * Shows what was saved to the album, as a phone does for a moment.
 * @param {Blob} picture
 */
export async function show(picture) {
  const album = one(document, "#album");
  const canvas = document.createElement("canvas");
  const image = await createImageBitmap(picture);
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${t("Saved picture")}: ${image.width} × ${image.height}`);
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  album.append(canvas);
  album.hidden = false;
}
