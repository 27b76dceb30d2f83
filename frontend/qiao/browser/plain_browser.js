// What a browser can do without any host around it. `told` makes an outcome, see host_scripts.js.

// Of a picture's longer side, in pixels: enough to read, and far below what the server takes.
const LARGEST = 1600;

// The address of a picture that is no larger than that; null for a file that is none.
export async function drawn(file) {
  let picture = null;
  try {
    picture = await createImageBitmap(file);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
  const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.85);
}

export async function pick(told) {
  const file = await new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = "image/*";
    input.onchange = () => resolve(input.files[0]);
    input.oncancel = () => resolve(null);
    input.click();
  });
  if (!file) return told("cancelled");
  const address = await drawn(file);
  return address ? told("done", address) : told("failed");
}

export function place(told) {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve(told("done", { latitude, longitude, accuracy, system: "wgs84" })),
      (error) => resolve(told(error.code === error.PERMISSION_DENIED ? "denied" : "failed")),
      { timeout: 20_000 },
    );
  });
}

export function save({ picture }, told) {
  const link = document.createElement("a");
  link.href = picture;
  link.download = picture.startsWith("data:image/png") ? "picture.png" : "picture.jpg";
  link.click();
  return told("done", null);
}

export async function share({ title, link }, told) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url: link });
      return told("done", "shared");
    } catch (error) {
      if (error.name === "AbortError") return told("cancelled");
      // Refused by policy (a frame, no gesture): the clipboard may still do.
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(link);
      return told("done", "copied");
    } catch (error) {
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  return told("unsupported");
}
