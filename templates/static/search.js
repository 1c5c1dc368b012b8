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
const section = found.querySelector("section");
const without = document.querySelector(".without");
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
const LATE = 1000; // milliseconds that an answer waits for suggestions
const TOLD = 60; // letters of a query that are said again

without.hidden = true;
without.querySelector("p").hidden = true;
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
  return { q: engine.cleaned(query.get("q") ?? ""), chosen, urut: query.get("urut") ?? "" };
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
  if (push) keep();
  state = { ...state, ...changes };
  shown = STEP;
  history[push ? "pushState" : "replaceState"]({ shown }, "", address(state));
  return show();
}

// A step keeps how much of it was shown, and where its reader was.
const keep = () => history.replaceState({ shown, top: scrollY }, "", address(state));
const back = (top) => top === undefined || scrollTo({ top, behavior: "instant" });

const { chosenIn, emptied } = engine;

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

const broken = () => bare(words.broken);

// There is nothing to show but a sentence, and the lists of everything.
function bare(told) {
  status.textContent = told;
  if (!found.hidden) return;
  facets.hidden = section.hidden = true;
  reveal(0);
  without.hidden = index === null;
}

const show = () => answer().catch(broken);

async function answer() {
  const mine = ++turn;
  const late = new Promise((resolve) => { setTimeout(resolve, LATE); });
  found.setAttribute("aria-busy", "true");
  document.title = state.q ? `${brief(state.q)} · ${title}` : title;
  order.value = newest(state) ? "baru" : "";
  const { now, read, results, unknown, mending } = await looked(mine, state, late);
  if (mine !== turn) return;
  if (!results.length && index.partial) return void await complete();
  const part = await Promise.all(results.slice(0, shown).map((one) => engine.shown(one, now.q, words.base)));
  const chosenNames = naming(now);
  const help = helped(mine, now, results.length, mending, unknown);
  // The first answer waits a moment for what belongs above it or ends it, so that nothing moves away.
  const wanted = [help, chosenNames, results.length ? null : renderFacets(mine, now)];
  if (found.hidden) await Promise.race([Promise.all(wanted), late]);
  if (mine !== turn) return;
  tell(results.length, now, read);
  list.replaceChildren(...part.map(card));
  more.hidden = results.length <= shown;
  facets.hidden = section.hidden = !results.length && !chosenIn(now);
  order.closest("label").hidden = !results.length || !now.q;
  reveal(results.length);
  found.removeAttribute("aria-busy");
  renderChips(now);
  const advise = (lines) => mine === turn && meant.replaceChildren(...lines);
  await Promise.all([help.then(advise), chosenNames.then(() => renderFacets(mine, now))]);
  if (mine !== turn) return;
  renderChips(now);
  older.hidden = !index.partial;
  if (index.partial && (!engine.slow() || results.length < STEP)) await complete();
}

const newest = ({ q, urut }) => urut === "baru" || !q;

// A search, or the one that it must have meant: a word that no entry has is read as its neighbour. Where
// names take long, the search is answered as it is, and once more when they are there.
async function looked(mine, asked, late) {
  const answered = await index.search(asked.q, asked.chosen, newest(asked));
  const plain = { now: asked, ...answered, read: null };
  if (!answered.unknown.length || mine !== turn || (index.partial && !answered.results.length)) return plain;
  const mending = mended(mine, asked, answered.unknown);
  const better = await Promise.race([mending, late]);
  if (!better) mending.then((one) => one.sure && mine === turn && show());
  if (!better?.sure) return { ...plain, mending };
  const now = { ...asked, q: better.q };
  return { now, ...await index.search(now.q, now.chosen, newest(now)), read: better.read };
}

// How much a search finds.
const count = async (q, chosen) => (await index.search(q, chosen, false)).results.length;

// A query whose unknown words were read as others, where that finds something. Words in quotes are meant.
async function mended(mine, { q, chosen }, unknown) {
  const known = await listed().catch(() => null);
  if (!known || mine !== turn) return { q, sure: false };
  const { read, sure } = await known.mend(unknown, index, (word) => count(word, emptied()));
  const better = engine.replaced(q, read);
  return { q: better, read, sure: sure && !engine.quoted(q) && await count(better, chosen) > 0 };
}

// Values that no entry has are named as their pages are.
async function naming({ chosen }) {
  await index.load(engine.FACETS.filter((name) => chosen[name].size));
  for (const name of engine.FACETS) {
    for (const slug of chosen[name]) {
      if (index.named(name, slug)) continue;
      const label = (await listed().catch(() => null))?.label(name, slug, engine.simple);
      if (label) index.name(name, slug, label);
    }
  }
}

// Without results the page is as short as it is, and the lists of everything follow.
function reveal(count) {
  found.toggleAttribute("data-none", !count);
  without.hidden = count > 0;
  found.hidden = false;
}

// A large site has an index for each span of time, and the newest answers first.
async function complete() {
  await index.complete();
  await answer();
}

const brief = (q) => (q.length > TOLD ? `${q.slice(0, TOLD).replace(/(?<=\S)\s+\S*$|[\ud800-\udbff]$/, "")}…` : q);

function tell(count, now, read) {
  const q = brief(now.q);
  const text = q ? [words.result, words.results] : [words.event, words.events];
  const none = chosenIn(now) ? [words.noneFiltered, words.nothingFiltered] : [words.none, words.nothing];
  const first = count ? counted(...text, count, { q }) : fill(q ? none[0] : none[1], { q });
  const reading = [...read ?? []].map(([typed, other]) => fill(words.read, { typed, other }));
  const told = reading.length ? `${first}. ${reading.join(" ")}` : first;
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
    clear.addEventListener("click", () => { go({ chosen: emptied() }); status.focus(); });
    all.push(clear);
  }
  chips.replaceChildren(...all);
  facets.querySelector("[data-count]").textContent = all.length ? ` (${all.length > 1 ? all.length - 1 : 1})` : "";
}

function chip(name, slug) {
  const label = index.label(name, slug);
  const button = make("button", label, { type: "button", "aria-label": fill(words.remove, { name: label }) });
  button.append(make("span", " ×", { "aria-hidden": "true" }));
  button.addEventListener("click", () => { go(toggled(name, slug)); status.focus(); });
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

// "Did you mean", ways out of a search without results, and pages whose name was typed

let names;

async function helped(mine, now, found, mending, unknown) {
  const { q, chosen } = now;
  const few = q && found < FEW && !chosenIn(now);
  if (found && !few) return [];
  const [known, better, plan] = await Promise.all([
    q ? listed().catch(() => null) : null, mending, found ? null : import(words.ways),
  ]);
  const other = better && better.q !== q ? better.q : null;
  const pagesOf = few && known ? pages(known.pages(other ?? q)) : [];
  if (found) return pagesOf;
  const rest = engine.replaced(other ?? q, new Map(unknown.map((word) => [word, ""])));
  const ways = await plan.ways(now, other, unknown.length ? rest : null, (...way) => (mine === turn ? count(...way) : 0));
  return [...(ways[0]?.kind === "meant" ? [correction(ways[0])] : advice(ways, unknown)), ...pagesOf];
}

// The names, loaded once; what was not to be had is asked for again.
function listed() {
  const load = async () => {
    const [{ Names }, answer] = await Promise.all([import(words.names), fetch(`${words.base}pagefind/nama.json`)]);
    return new Names(await answer.json());
  };
  names ??= load().catch((fault) => { names = null; throw fault; });
  return names;
}

// A link to another search, which the page answers itself.
function lead(text, { q, chosen }) {
  const link = make("a", text, { href: address({ ...state, q, chosen }) });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = q;
    go({ q, chosen });
    status.focus();
  });
  return link;
}

function correction(way) {
  const line = make("p");
  const [before, after] = words.meant.split("{q}");
  line.append(before, lead(way.q, way), after);
  return line;
}

function advice(all, unknown) {
  if (!all.length) return [make("p", words.try)];
  const list = make("ul", "", { class: "row" });
  for (const way of all) {
    const item = make("li");
    const link = lead(named(way), way);
    link.append(" ", make("span", `(${number.format(way.count)})`, { class: "count" }));
    item.append(link);
    list.append(item);
  }
  const lines = [!state.q ? words.fewerFilters : chosenIn(state) ? words.fewerFiltered : words.fewer];
  if (unknown.length) lines.unshift(fill(words.unknown, { words: brief(unknown.map((word) => `“${word}”`).join(", ")) }));
  return [make("p", lines.join(" ")), list];
}

function named({ kind, q, chosen, without: left }) {
  if (kind === "words") return chosenIn(state) && !chosenIn({ chosen }) ? fill(words.unfiltered, { q }) : q;
  return left ? fill(words.without, { name: index.label(...left) }) : words.withoutAll;
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
    const q = engine.cleaned(field.value);
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
    keep();
    await show();
    list.querySelectorAll("h2 a")[before]?.focus();
  });
  older.addEventListener("click", () => { status.focus(); complete().catch(broken); });
  addEventListener("popstate", (event) => {
    state = read();
    shown = event.state?.shown ?? STEP;
    field.value = state.q;
    show().then(() => back(event.state?.top));
  });
  let resting;
  addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(keep, PAUSE); }, { passive: true });
  list.addEventListener("click", keep);
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
  const top = history.state?.top;
  listen();
  await show();
  back(top);
} else {
  bare(index === null ? words.nothing : words.broken);
}
