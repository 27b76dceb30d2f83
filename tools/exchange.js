// Sent by `build.py dev` alone, behind the page's runtime, see live_reload.py. Takes the app's new
// code into the page that is shown: without loading the document, with what signals held (keep.js)
// and what was typed, where it was scrolled to and what had the focus.
(() => {
  const $B = globalThis.__BRYTHON__;
  const html = document.documentElement;
  const TABLE = "qiao.browser.table";
  // Its code stays as long as the document does; only the table of pages is in place of another.
  const isLibrary = (name, file) => file.startsWith("qiao/") && name !== TABLE;

  // What is registered: the code, by module and piece. And of the app, how: its new code has to be
  // told from what is there already.
  const known = new Map();
  const apps = new Set();
  let renewed = new Set();
  let count = 0;
  let waiting = null;

  const { register, registerScript, start } = $B;
  const take = (add, name, file, run, order, args) => {
    const key = `${name} ${order}`;
    const code = String(run);
    if (isLibrary(name, file)) {
      // It would be passed over.
      if (known.has(key) && known.get(key) !== code) return reload();
    } else {
      for (let part = name; part && name !== TABLE; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
        apps.add(part);
      }
      if (count && !renewed.has(name)) {
        renewed.add(name);
        registerScript(name, file, () => ({})); // in whose place any piece comes
      }
    }
    known.set(key, code);
    add(...args);
  };
  const registering = (add, at) => (...args) => {
    const [name, file] = args;
    const call = [add, name, file, args[at], add === register ? (args[4] ?? "") : "", args];
    if (waiting) waiting.push(call);
    else take(...call);
  };
  $B.register = registering(register, 3);
  $B.registerScript = registering(registerScript, 2);

  const reload = () => {
    dispatchEvent(new Event("qiao-reload"));
    location.reload();
  };
  const load = (src) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = src;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  // The table is read by its module's name, so it changes where it is. Scripts of pages that were
  // loaded before have other addresses now: their modules want to be registered anew.
  const renewTable = (run, file) => {
    const namespace = $B.get_dict($B.imported[TABLE]);
    const frame = [TABLE, namespace, TABLE, namespace];
    $B.enter_frame(frame, file, 1);
    run(namespace, frame, file, $B.frame_obj, $B.count_frames());
    $B.leave_frame();
    namespace.ASSETS += "./".repeat(count);
  };
  const renewTexts = async (files) => {
    const file = files[html.lang];
    if (!file) return;
    await load(`/assets/${file}`);
    const name = `app.texts.${html.lang}`;
    const texts = $B.$__import__(name, $B.builtins.None, undefined, ["MESSAGES"]);
    const { catalogs } = $B.get_dict($B.imported["qiao.i18n"]);
    $B.builtins.dict.$setitem(catalogs, html.lang, $B.get_dict(texts).MESSAGES);
  };

  // As a link to this very page would: the app's modules are imported anew, and the page shown.
  const show = () => {
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    document.body.append(link);
    link.click();
    link.remove();
    return shown();
  };
  // Resolves when no page is on its way, before anything is painted.
  const shown = () =>
    new Promise((resolve) => {
      const look = () => {
        if (html.classList.contains("pending")) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(html, { attributeFilter: ["class"] });
      look();
    });

  // What a person has done to the elements themselves.
  const root = () => document.getElementById("root");
  const place = (element) => {
    const alike = [...root().querySelectorAll(element.localName)].filter(
      ({ id, name }) => id === element.id && name === element.name,
    );
    return { tag: element.localName, id: element.id, name: element.name, at: alike.indexOf(element) };
  };
  const found = ({ tag, id, name, at }) =>
    [...root().querySelectorAll(tag)].filter((one) => one.id === id && one.name === name)[at];
  const typed = () =>
    [...root().querySelectorAll("input:not([type=file]), textarea, select")].map((field) => ({
      ...place(field),
      value: field.value,
      checked: field.checked,
    }));
  const typeAgain = (fields) => {
    for (const { value, checked, ...at } of fields) {
      const field = found(at);
      if (!field || (field.value === value && field.checked === checked)) continue;
      Object.assign(field, { value, checked });
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const focused = () => {
    const element = document.activeElement;
    if (!root().contains(element)) return null;
    const { selectionStart, selectionEnd } = element;
    return { ...place(element), selectionStart, selectionEnd };
  };
  const focusAgain = (was) => {
    const element = was && found(was);
    if (!element) return document.activeElement?.blur();
    element.focus({ preventScroll: true });
    if (was.selectionStart != null) element.setSelectionRange(was.selectionStart, was.selectionEnd);
  };

  // Return whether the page has the code of the server's build now; otherwise it has to be loaded.
  globalThis.qiaoExchange = async () => {
    const build = await (await fetch("/dev/build.json", { cache: "no-store" })).json();
    if (build.runtime !== document.querySelector('script[src^="/assets/runtime."]').getAttribute("src")) return false;
    waiting = [];
    $B.start = () => {};
    let calls;
    try {
      await load(build.app);
    } finally {
      calls = waiting;
      waiting = null;
      $B.start = start;
    }
    const other = ([, name, file, run, order]) => {
      const before = known.get(`${name} ${order}`);
      return isLibrary(name, file) && before !== undefined && before !== String(run);
    };
    if (calls.some(other)) return false;
    await shown();
    const was = { fields: typed(), focus: focused(), top: scrollY, signals: globalThis.qiaoKept() };
    count++;
    renewed = new Set();
    for (const name of apps) delete $B.imported[name];
    for (const call of calls) take(...call);
    const [, , file, run] = calls.find(([, name]) => name === TABLE);
    renewTable(run, file);
    await renewTexts(build.texts);
    await load("/dev/sources.js");
    document.querySelector("qiao-overlay")?.remove();
    html.dataset.build = build.build;
    await show();
    globalThis.qiaoPutBack(was.signals);
    typeAgain(was.fields);
    focusAgain(was.focus);
    scrollTo(0, was.top);
    return true;
  };
})();
