// The table by hand: one row is cloned and filled, one listener hears every tap in it.

import { label } from "../words.js";

const body = document.getElementById("rows");
const template = document.createElement("template");
template.innerHTML =
  '<tr><td class="id"></td><td class="label"><a></a></td><td><a class="remove">×</a></td></tr>';

let rows = [];
let chosen = null;
let next = 1;

function add(count) {
  const fragment = document.createDocumentFragment();
  for (let i = 0; i < count; i++) {
    const node = template.content.firstChild.cloneNode(true);
    const row = { id: next++, label: label(), node, link: node.childNodes[1].firstChild };
    node.firstChild.textContent = row.id;
    row.link.textContent = row.label;
    node.row = row;
    rows.push(row);
    fragment.append(node);
  }
  body.append(fragment);
}

function clear() {
  rows = [];
  chosen = null;
  body.textContent = "";
}

function update() {
  for (let i = 0; i < rows.length; i += 10) {
    rows[i].label += " !!!";
    rows[i].link.textContent = rows[i].label;
  }
}

function swap() {
  if (rows.length < 999) return;
  const one = rows[1];
  const other = rows[998];
  [rows[1], rows[998]] = [other, one];
  const after = other.node.nextSibling;
  body.insertBefore(other.node, one.node);
  body.insertBefore(one.node, after);
}

function choose(row) {
  if (chosen) chosen.node.className = "";
  chosen = row;
  row.node.className = "chosen";
}

function remove(row) {
  rows.splice(rows.indexOf(row), 1);
  row.node.remove();
  if (chosen === row) chosen = null;
}

const actions = {
  create() {
    clear();
    add(1000);
  },
  append: () => add(1000),
  update,
  swap,
  clear,
};
for (const [name, action] of Object.entries(actions)) {
  document.getElementById(name).addEventListener("click", action);
}
body.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  const { row } = link.closest("tr");
  if (link.className === "remove") remove(row);
  else choose(row);
});
performance.mark("hydrated");
