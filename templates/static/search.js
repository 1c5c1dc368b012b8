// The search page: the address holds the state, the index answers, the page shows it.
// Whatever comes from entries becomes text; nothing here makes markup from strings.

const form = document.getElementById("search");
const found = document.getElementById("found");
const field = form.elements.q;
const status = form.querySelector("[role=status]");
const facets = found.querySelector(".facets");
const list = found.querySelector(".results");
const more = found.querySelector("[data-more]");
const older = found.querySelector("[data-older]");
const chips = found.querySelector(".chips");
const order = found.querySelector("select");
const meant = found.querySelector(".meant");
const words = form.dataset;
const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const title = document.title;
const STEP = 10; // results shown at a time
const VALUES = 8; // values of a facet shown at first
const FEW = 3; // results below which names are looked at
const SHORT = 3; // letters from which on a search begins unasked
const PAUSE = 150; // milliseconds without typing

document.querySelector(".without")?.setAttribute("hidden", "");
const engine = await import(words.engine);
const index = await engine.open(words.base).catch(() => undefined);

let state = read();
let shown = history.state?.shown ?? STEP;
let turn = 0; // the newest search wins

// The address

function read() {
  const query = new URLSearchParams(location.search);
  const chosen = {};
  for (const name of engine.FACETS) chosen[name] = new Set(query.getAll(name).filter(Boolean));
  return { q: (query.get("q") ?? "").trim().slice(0, 200), chosen, urut: query.get("urut") ?? "" };
}

function address({ q, chosen, urut }) {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const name of engine.FACETS) for (const slug of chosen[name]) query.append(name, slug);
  if (urut) query.set("urut", urut);
  return query.size ? `?${query}` : location.pathname;
}

// Typing replaces the address, everything else adds one, so that Back undoes what was done.
function go(changes, push = true) {
  state = { ...state, ...changes };
  shown = STEP;
  history[push ? "pushState" : "replaceState"]({ shown }, "", address(state));
  return show();
}

const chosenIn = ({ chosen }) => engine.FACETS.some((name) => chosen[name].size);

function toggled(name, slug) {
  const slugs = new Set(state.chosen[name]);
  if (!slugs.delete(slug)) slugs.add(slug);
  return { chosen: { ...state.chosen, [name]: slugs } };
}

// Making elements

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const pieces = (all) => all.map(({ text, mark }) => (mark ? make("mark", text) : text));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const counted = (one, many, count, rest) => fill(count === 1 ? one : many, { count: number.format(count), ...rest });

// Showing

const broken = () => { status.textContent = words.broken; };
const show = () => answer().catch(broken);

async function answer() {
  const mine = ++turn;
  const now = state;
  const newest = now.urut === "baru" || !now.q;
  found.setAttribute("aria-busy", "true");
  document.title = now.q ? `${now.q} · ${title}` : title;
  order.value = newest ? "baru" : "";
  order.disabled = !now.q;
  let results = await index.search(now.q, now.chosen, newest);
  let part = await Promise.all(results.slice(0, shown).map((one) => engine.shown(one, now.q, words.base)));
  if (mine !== turn) return;
  const unknown = engine.unanswered(now.q, part);
  if (unknown.length && part.every((one) => one.matched.every((word) => word.length < 3))) results = part = [];
  list.replaceChildren(...part.map(card));
  more.hidden = results.length <= shown;
  found.hidden = false;
  found.removeAttribute("aria-busy");
  const empty = !results.length && !chosenIn(now);
  facets.hidden = empty;
  found.querySelector("section").hidden = empty;
  tell(results.length, now);
  renderChips(now);
  await Promise.all([renderFacets(mine, now), suggest(mine, now, results.length < FEW && !chosenIn(now), unknown)]);
  if (mine !== turn) return;
  older.hidden = !index.partial;
  if (index.partial && (!slow() || results.length < STEP)) await complete();
}

// A large site has an index for each span of time. The newest answers first; whoever pays for each
// byte is asked before the older ones are loaded.
function slow() {
  const line = navigator.connection;
  return Boolean(line?.saveData || /[23]g/.test(line?.effectiveType ?? ""));
}

async function complete() {
  await index.complete();
  await answer();
}

function tell(count, { q }) {
  const text = q ? [words.result, words.results] : [words.event, words.events];
  const told = count ? counted(...text, count, { q }) : fill(q ? words.none : words.nothing, { q });
  if (status.textContent !== told) status.textContent = told;
}

function card(one) {
  const item = make("li", "", { class: "card" });
  const meta = make("p", "", { class: "meta" });
  for (const text of [one.when, one.kind]) if (text) meta.append(make("span", text), " ");
  if (one.status) meta.append(make("strong", one.status));
  const heading = make("h2");
  const link = make("a", "", { href: one.address });
  link.append(...pieces(one.title));
  heading.append(link);
  const excerpt = make("p");
  excerpt.append(...pieces(one.excerpt));
  item.append(meta, heading, excerpt);
  if (one.where) item.append(make("p", one.where, { class: "who" }));
  return item;
}

function renderChips({ chosen }) {
  const all = engine.FACETS.flatMap((name) => [...chosen[name]].map((slug) => chip(name, slug)));
  if (all.length > 1) {
    const clear = make("button", words.clear, { type: "button" });
    clear.addEventListener("click", () => { go({ chosen: emptied() }); field.focus(); });
    all.push(clear);
  }
  chips.replaceChildren(...all);
  facets.querySelector("[data-count]").textContent = all.length ? ` (${all.length > 1 ? all.length - 1 : 1})` : "";
}

const emptied = () => Object.fromEntries(engine.FACETS.map((name) => [name, new Set()]));

function chip(name, slug) {
  const label = index.label(name, slug);
  const button = make("button", label, { type: "button", "aria-label": fill(words.remove, { name: label }) });
  button.append(make("span", " ×", { "aria-hidden": "true" }));
  button.addEventListener("click", () => { go(toggled(name, slug)); order.focus(); });
  return button;
}

// Facets: a list of boxes each, loaded when it is open

async function renderFacets(mine, now) {
  if (!facets.open) return;
  const open = [...facets.querySelectorAll("[data-facet]")].filter((box) => box.open);
  await index.load(open.map((box) => box.dataset.facet));
  for (const box of open) {
    const values = await index.facet(box.dataset.facet, now.q, now.chosen);
    if (mine !== turn) return;
    renderFacet(box, values);
  }
  renderChips(now);
}

function renderFacet(box, values) {
  const name = box.dataset.facet;
  const chosen = state.chosen[name];
  const narrow = box.querySelector("input[type=search]");
  const typed = engine.fold(narrow.value.trim());
  const offered = values.filter(({ slug, count }) => count || chosen.has(slug));
  const fitting = offered.filter(({ slug, name: label }) => chosen.has(slug) || engine.fold(label).includes(typed));
  const most = Number(box.dataset.most ?? VALUES);
  const visible = fitting.filter(({ slug }, place) => place < most || chosen.has(slug));
  const lines = visible.map((value) => choice(box, value, chosen));
  const before = box.querySelector("ul");
  if (lines.length !== before.children.length || lines.some((line, place) => before.children[place] !== line)) {
    const focused = before.contains(document.activeElement) && document.activeElement;
    before.replaceChildren(...lines);
    if (focused?.isConnected) focused.focus();
  }
  narrow.closest("p").hidden = offered.length <= VALUES;
  const rest = box.querySelector("button");
  rest.hidden = fitting.length <= visible.length;
  rest.textContent = fill(words.more, { count: number.format(fitting.length - visible.length) });
  box.querySelector(".note").hidden = visible.length > 0;
  box.values = values;
}

// A value keeps its element, so that nothing moves away under a finger.
function choice(box, { slug, name: text, count }, chosen) {
  box.lines ??= new Map();
  if (!box.lines.has(slug)) {
    const item = make("li");
    const label = make("label");
    const input = make("input", "", { type: "checkbox", value: slug });
    input.addEventListener("change", () => go(toggled(box.dataset.facet, slug)));
    label.append(input, make("span", text), make("span", "", { class: "count" }));
    item.append(label);
    box.lines.set(slug, item);
  }
  const item = box.lines.get(slug);
  item.querySelector("input").checked = chosen.has(slug);
  item.querySelector(".count").textContent = number.format(count);
  return item;
}

// "Did you mean", and pages whose name was typed

let names;

async function suggest(mine, { q }, few, unknown) {
  if (!q || !(few || unknown.length)) return void meant.replaceChildren();
  names ??= Promise.all([import(words.names), fetch(`${words.base}pagefind/nama.json`)])
    .then(async ([{ Names }, answer]) => new Names(await answer.json()));
  const known = await names.catch(() => null);
  if (mine !== turn || !known) return;
  const better = known.mended(q, unknown);
  meant.replaceChildren(...(better ? [correction(better)] : []), ...pages(known.pages(better ?? q)));
}

function correction(better) {
  const line = make("p");
  const [before, after] = words.meant.split("{q}");
  const link = make("a", better, { href: address({ ...state, q: better }) });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = better;
    field.focus();
    go({ q: better });
  });
  line.append(before, link, after);
  return line;
}

function pages(all) {
  if (!all.length) return [];
  const line = make("ul", "", { class: "row", "aria-label": words.pages });
  for (const { kind, slug, name } of all) {
    const item = make("li");
    item.append(make("a", name, { href: `${words.base}${kind}/${slug ?? engine.simple(name)}/` }));
    line.append(item);
  }
  return [line];
}

// What readers do

function listen() {
  let pause;
  const typed = (sent) => {
    clearTimeout(pause);
    const q = field.value.trim();
    const short = q.length > 0 && q.length < SHORT;
    if (q !== state.q && (sent || !short)) go({ q }, false);
  };
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => typed(false), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed(true);
  });
  order.addEventListener("change", () => go({ urut: order.value }));
  facets.addEventListener("toggle", () => found.hidden || renderFacets(turn, state), true);
  facets.addEventListener("input", ({ target }) => {
    if (target.type === "search") renderFacet(target.closest("[data-facet]"), target.closest("[data-facet]").values);
  });
  facets.addEventListener("click", ({ target }) => {
    const box = target.closest("[data-facet] button")?.closest("[data-facet]");
    if (!box) return;
    const before = Number(box.dataset.most ?? VALUES);
    box.dataset.most = before + 20;
    renderFacet(box, box.values);
    box.querySelectorAll("[type=checkbox]")[before]?.focus();
  });
  more.addEventListener("click", async () => {
    const before = shown;
    shown += STEP;
    history.replaceState({ shown }, "", address(state));
    await show();
    list.querySelectorAll("h2 a")[before]?.focus();
  });
  older.addEventListener("click", () => {
    field.focus();
    complete().catch(broken);
  });
  addEventListener("popstate", (event) => {
    state = read();
    shown = event.state?.shown ?? STEP;
    field.value = state.q;
    show();
  });
  document.addEventListener("keydown", walk);
}

// Arrow keys go from the field to the results and back; Escape empties the field.
function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === "Escape" && event.target === field && field.value) {
    event.preventDefault();
    field.value = "";
    field.dispatchEvent(new Event("input"));
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, ...list.querySelectorAll("h2 a")];
  const at = stops.indexOf(event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
}

if (index) {
  field.value = state.q;
  facets.open = matchMedia("(min-width: 62rem)").matches;
  listen();
  await show();
} else {
  status.textContent = index === null ? words.nothing : words.broken;
}
