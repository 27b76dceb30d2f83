// Reads codes with the camera of the computer, as a phone's scanner does.

import { read } from "./decode.js";

// Milliseconds between two looks: decoding takes most of them on a small machine.
const LOOK = 150;

/**
 * Looks through the camera until it shows a code; resolves with what that says, "" when given up.
 * Rejects with a DOMException where there is no camera, or the person does not allow it.
 * @param {HTMLElement} element the video that shows what is seen
 * @param {() => boolean} wanted
 */
export async function watch(element, wanted) {
  const video = /** @type {HTMLVideoElement} */ (element);
  if (!navigator.mediaDevices) throw new DOMException("no camera", "NotFoundError");
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  try {
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    while (wanted()) {
      const code = await read(await createImageBitmap(video));
      if (code) return code;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    return "";
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
