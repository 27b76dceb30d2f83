// Tickets that were shown in the preview: the scanner offers them, as nobody has two phones here.

/** @typedef {{ code: string, title: string, user: string }} Ticket */

const PLACE = "qiao-preview-tickets";
const MOST = 8;

/** @returns {Ticket[]} */
export function recentTickets() {
  return JSON.parse(localStorage.getItem(PLACE) ?? "[]");
}

/**
 * Keeps the ticket that is shown at a path, if one is: the server says whether it is one, and this
 * user's.
 * @param {string} path
 * @param {string} user
 */
export async function noteTicket(path, user) {
  const found = /^\/tickets\/([^/?#]+)/.exec(path);
  if (!found || recentTickets().some((ticket) => ticket.code === decodeURIComponent(found[1]))) return;
  const answer = await fetch(`/api/tickets/${found[1]}`);
  if (!answer.ok) return;
  const { code, title } = await answer.json();
  const others = recentTickets().filter((ticket) => ticket.code !== code);
  localStorage.setItem(PLACE, JSON.stringify([{ code, title, user }, ...others].slice(0, MOST)));
}
