// Starts MicroPython, then runs the Python that stands in the page.

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const source = document.querySelector('script[type="text/micropython"]').textContent;
const url = document.querySelector('link[rel="preload"][href$=".wasm"]').href;
// Room for the rows: with the default of 1 MB it collects garbage all the time.
const python = await loadMicroPython({ url, heapsize: 16 * 1024 * 1024, stdout: console.log });
python.runPython(source);
