// Loads the page again, at the same place, when the preview tells of a change. Served by
// `digest serve` only; no published page knows of it.
"use strict";
(() => {
  const shown = new URL(document.currentScript.src).search.slice(1);
  const key = "digest-preview";

  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (kept && kept.path === location.pathname) {
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  }

  new EventSource("/_digest/events").addEventListener("message", ({ data }) => {
    if (data === shown) return;
    const place = { path: location.pathname, x: scrollX, y: scrollY };
    sessionStorage.setItem(key, JSON.stringify(place));
    location.reload();
  });
})();
