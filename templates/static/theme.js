// Small conveniences. Every page can be read and used without them; nothing here makes markup.
"use strict";

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const LAST = "digest:regency";

// Memory may be forbidden; then nothing is remembered.
function recall() {
  try {
    return JSON.parse(localStorage.getItem(LAST) || "null");
  } catch {
    return null;
  }
}

function remember(slug, name) {
  try {
    localStorage.setItem(LAST, JSON.stringify({ slug, name }));
  } catch {
    // As above.
  }
}

async function copy(button, text) {
  const label = button.dataset.label || button.textContent;
  button.dataset.label = label;
  await navigator.clipboard.writeText(text);
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = label; }, 2000);
}

// Copy a link or an address. Browsers offer the clipboard only to secure pages.
if (navigator.clipboard) {
  each("[data-copy]", (button) => {
    button.closest("[hidden]")?.removeAttribute("hidden");
    button.addEventListener("click", () => copy(button, button.dataset.copy));
  });
  each("[data-copy-from]", (button) => {
    const field = document.getElementById(button.dataset.copyFrom);
    button.addEventListener("click", () => copy(button, field.value));
  });
} else {
  each("[data-copy-from]", (button) => { button.hidden = true; });
}

// Go straight to a regency, and offer the one that was opened last.
each("[data-regency]", (page) => remember(page.dataset.regency, page.dataset.name));
each("[data-picker]", (form) => {
  const root = form.dataset.picker;
  form.addEventListener("submit", (event) => {
    const slug = form.elements.ke.value;
    event.preventDefault();
    location.href = slug ? `${root}${encodeURIComponent(slug)}/` : root;
  });
  const last = recall();
  const line = form.querySelector("[data-last]");
  if (line && last && /^[a-z0-9-]+$/.test(last.slug)) {
    const link = line.querySelector("a");
    link.href = `${root}${last.slug}/`;
    link.textContent = String(last.name);
    line.hidden = false;
  }
});

// Narrow a long list while typing.
each("[data-filter]", (form) => {
  const list = document.querySelector("[data-filtered]");
  const status = form.querySelector("[role=status]");
  if (!list) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const words = form.querySelector("input").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    list.querySelectorAll("li").forEach((item) => {
      const text = item.textContent.toLocaleLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      shown += item.hidden ? 0 : 1;
    });
    list.querySelectorAll("section").forEach((section) => {
      section.hidden = !section.querySelector("li:not([hidden])");
    });
    status.textContent = shown ? "" : form.dataset.filter;
  });
});

// Put together the address of a feed.
each("[data-feeds]", (form) => {
  const { ke, topik, bentuk, alamat } = form.elements;
  const root = form.dataset.feeds;
  const only = new Set(["feed.xml"]);
  const country = new Set(["feed.xml", "atom.xml", "feed.json"]);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === ke && ke.value) topik.value = "";
    if (event.target === topik && topik.value) ke.value = "";
    const offered = topik.value ? only : ke.value ? null : country;
    for (const option of bentuk.options) option.disabled = Boolean(offered && !offered.has(option.value));
    if (bentuk.selectedOptions[0].disabled) bentuk.value = "feed.xml";
    const folder = topik.value ? `topik/${topik.value}/` : ke.value ? `wilayah/${ke.value}/` : "entri/";
    alamat.value = root + folder + bentuk.value;
  });
  form.dispatchEvent(new Event("change"));
});

// A slash goes to the search box, as on many sites.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  [...document.querySelectorAll("input[type=search][name=q]")].find((field) => field.offsetParent)?.focus();
});

// Mark the words that a search has led here for.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const sought = new Set(new URLSearchParams(location.search).getAll("sorot").slice(0, 8).map(fold));

function mark(text) {
  if (text.parentElement.closest("svg, form, button, mark")) return;
  const words = [...text.data.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)];
  for (const { 0: word, index } of words.reverse()) {
    if (sought.has(fold(word))) {
      const found = text.splitText(index);
      found.splitText(word.length);
      const marked = document.createElement("mark");
      found.replaceWith(marked);
      marked.append(found);
    }
  }
}

if (sought.size) {
  const texts = document.createTreeWalker(document.getElementById("isi"), NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) all.push(texts.currentNode);
  all.forEach(mark);
}
