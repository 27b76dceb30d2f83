"""The compiler: from the pages' Python to the files that a browser loads.

`build.build` goes the whole way: module graph (`graph`), types out (`erase`), each module through
the pinned Brython in Node (`worker`), runtime without parser (`runtime`, `patches`), chunks
(`chunks`), hashed and compressed files with a manifest (`assets`).

A JavaScript module (`qiao/browser/kernel.js`) is an ES module beside the Python ones; esbuild
bundles what it imports. Python imports it by its name and sees its exports as they are: values
cross unconverted both ways. It finds the runtime as `globalThis.__BRYTHON__`.

A standard module comes from `qiao/lib/<name>.py` or `.js`, under its standard name. Of Brython's
own modules only `_sys` is left, for qiao/lib: the DOM is JavaScript's business.
`__import__(name, None, None, [""])` imports a page whose chunk has come.

Generated modules: `qiao.browser.table` with PAGES, ASSETS, TEXTS, EXTRA; `app.texts.<language>`
with MESSAGES and plural(n).
"""
