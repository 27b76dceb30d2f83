// Runs before everything else: taps that need the page's Python are kept until it is there.
// Links and forms work without; what is typed stays in its controls.
(() => {
  const kept = new Set();
  const keep = (event) => {
    const tapped = event.target.closest("a[href],label,summary,input,select,textarea,button,[role=button]");
    if (!tapped || !tapped.matches("button,[role=button]") || (tapped.type === "submit" && tapped.form)) return;
    event.preventDefault();
    tapped.setAttribute("aria-busy", "true");
    kept.add(tapped);
  };
  document.addEventListener("click", keep, true);
  globalThis.qiaoKeptTaps = () => {
    document.removeEventListener("click", keep, true);
    for (const tapped of kept) {
      tapped.removeAttribute("aria-busy");
      if (tapped.isConnected) tapped.click();
    }
    kept.clear();
  };
})();
