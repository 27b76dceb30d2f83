// Hand a link on, for the peers in JavaScript: what qiao/browser/host.js does.

export async function share(title, url) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return "shared";
    } catch (error) {
      if (error.name === "AbortError") return "cancelled";
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(url);
      return "copied";
    } catch (error) {
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  return "";
}

export function told(how) {
  if (how === "copied") return "The link is copied.";
  return how ? "" : "This needs a browser that can share.";
}
