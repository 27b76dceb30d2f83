// A shell's own storage: apart from what the page keeps, and by user of the host.

/**
 * @param {import("./play.js").Host} host
 */
export function storage({ settings }) {
  const place = () => `qiao-preview-storage ${settings.host} ${settings.user} `;
  const own = () => Object.keys(localStorage).filter((key) => key.startsWith(place()));
  return {
    /**
     * @param {string} key
     * @param {unknown} data
     */
    set: (key, data) => localStorage.setItem(place() + key, JSON.stringify(data)),
    /**
     * @param {string} key
     * @returns {unknown} undefined for what isn't there
     */
    get: (key) => JSON.parse(localStorage.getItem(place() + key) ?? "null") ?? undefined,
    /** @param {string} key */
    remove: (key) => localStorage.removeItem(place() + key),
    clear: () => own().forEach((key) => localStorage.removeItem(key)),
  };
}
