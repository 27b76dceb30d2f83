// Labels of rows: the same ones in each language, so that all peers make the same table.

const SIZES = ["big", "small", "long", "short", "wide", "narrow", "round", "flat", "tiny", "vast"];
const COLOURS = ["red", "green", "blue", "white", "black", "brown", "grey", "pink", "gold", "jade"];
const THINGS = ["bridge", "boat", "lamp", "kite", "bell", "cup", "fan", "gate", "drum", "scroll"];

let seed = 42;

function draw(words) {
  seed = (seed * 171 + 11213) % 53125;
  return words[seed % words.length];
}

export function label() {
  return `${draw(SIZES)} ${draw(COLOURS)} ${draw(THINGS)}`;
}
