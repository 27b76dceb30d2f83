// The Share button by hand: no tree, no state but the document's.

import { share, told } from "../share.js";

const state = JSON.parse(document.getElementById("qiao-data").textContent);
const event = state.calls[0][1];
const status = document.querySelector(".share [role=status]");

function say(text) {
  status.replaceChildren();
  if (text) {
    const line = document.createElement("span");
    line.textContent = text;
    status.append(line);
  }
}

document.querySelector(".share button").addEventListener("click", async () => {
  say(told(await share(event.title, `/events/${event.id}`)));
});
performance.mark("hydrated");
