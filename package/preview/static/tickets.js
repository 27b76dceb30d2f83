// Tickets that were shown in the preview: the scanner offers them, as nobody has two phones here.

/** @typedef {{ code: string, title: string, user: string }} Ticket */

const PLACE = "qiao-preview-tickets";
const MOST = 8;

/** @returns {Ticket[]} */
export function recentTickets() {
  return JSON.parse(localStorage.getItem(PLACE) ?? "[]");
}

/**
 * Keeps the ticket that is shown at an address, if one is.
 * @param {string} address
 * @param {string} title
 * @param {string} user
 */
export function noteTicket(address, title, user) {
  const found = /^[^?#]*\/tickets\/([^/?#]+)(?:[?#]|$)/.exec(address);
  if (!found || !title) return;
  const code = decodeURIComponent(found[1]);
  const others = recentTickets().filter((ticket) => ticket.code !== code);
  const tickets = [{ code, title, user }, ...others].slice(0, MOST);
  localStorage.setItem(PLACE, JSON.stringify(tickets));
}
