// Searching: words and facets go to Pagefind, results come out as plain values. No page here.

export const FACETS = ["wilayah", "topik", "tahun", "lembaga", "tokoh"];
const WORDS = 36; // of an excerpt
const BEFORE = 8; // words of it before the first match

/** Return words as they are compared: without case and marks on letters. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Return the slug that a name has unless it was given another. */
export const simple = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** Return slug and name of a facet's value: `Name`, or `SLUG|Name` where the slug is another. */
export function parted(value) {
  const bar = value.indexOf("|");
  return bar < 0 ? [simple(value), value] : [value.slice(0, bar), value.slice(bar + 1)];
}

const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const split = (text) => text.split(/\s+/).filter(Boolean);

// What any search needs is asked for before the program asks for it.
function early(address) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address });
  document.head.append(link);
}

/** Open the newest shard below `base`, the folder of the site. Return null where nothing is indexed. */
export async function open(base, language) {
  const folder = `${base}pagefind/`;
  const shards = await (await fetch(`${folder}indeks.json`)).json();
  if (!shards.length) return null;
  const [newest] = shards;
  early(`${folder}${newest.name}/pagefind-entry.json?ts=${newest.key}`);
  for (const name of newest.first) early(`${folder}${newest.name}/${name}`);
  const { createInstance } = await import(`${folder}pagefind.js`);
  const shared = { baseUrl: base, language };
  const program = createInstance({
    ...shared,
    basePath: `${folder}${newest.name}/`,
    metaCacheTag: newest.key,
    noWorker: true, // a worker's address would need a policy of trusted types
  });
  return new Index(program, shards.slice(1), folder, shared);
}

class Index {
  constructor(program, older, folder, shared) {
    Object.assign(this, { program, older, folder, shared });
    this.loaded = new Set();
    this.values = new Map();
  }

  /** Tell whether older shards have not been merged yet. */
  get partial() {
    return this.older.length > 0;
  }

  /** Merge the older shards. */
  async complete() {
    const older = this.older.splice(0);
    this.values.clear();
    await Promise.all(older.map(({ name, key }) => this.program.mergeIndex(
      `${this.folder}${name}/`, { ...this.shared, metaCacheTag: key },
    )));
    this.values.clear();
  }

  /** Load the values of facets. */
  async load(names) {
    const wanted = names.filter((name) => !this.values.has(name));
    if (!wanted.length) return;
    const filters = Object.fromEntries(wanted.map((name) => [name, { any: ["-"] }]));
    await this.program.preload(null, { filters });
    const { filters: found } = await this.program.search(null);
    for (const name of wanted) {
      const slugs = new Map();
      for (const value of Object.keys(found[name] ?? {})) {
        const [slug, label] = parted(value);
        const known = slugs.get(slug) ?? { slug, name: label, values: [] };
        known.values.push(value);
        slugs.set(slug, known);
      }
      this.values.set(name, slugs);
    }
  }

  // `chosen` is a facet's name to the set of slugs one of which a result must have.
  #filters(chosen, except) {
    const filters = {};
    for (const name of FACETS) {
      if (name === except || !chosen[name]?.size) continue;
      const values = [...chosen[name]].flatMap((slug) => this.values.get(name)?.get(slug)?.values ?? []);
      filters[name] = { any: values.length ? values : ["-"] };
    }
    return filters;
  }

  /** Return results, best or newest first; each one's `data()` loads what it shows. */
  async search(words, chosen, newest) {
    await this.load(FACETS.filter((name) => chosen[name]?.size));
    return this.program.search(words || null, {
      filters: this.#filters(chosen),
      sort: newest ? { tanggal: "desc" } : {},
    });
  }

  /** Return the values of a facet with counts, as if nothing were chosen in it, largest first. */
  async facet(name, words, chosen) {
    await this.load([name]);
    const { filters } = await this.program.search(words || null, { filters: this.#filters(chosen, name) });
    const counts = filters[name] ?? {};
    const sized = [...(this.values.get(name)?.values() ?? [])].map(({ slug, name: label, values }) => ({
      slug, name: label, count: values.reduce((sum, value) => sum + (counts[value] ?? 0), 0),
    }));
    const order = name === "tahun"
      ? (one, other) => other.slug.localeCompare(one.slug)
      : (one, other) => other.count - one.count || one.name.localeCompare(other.name);
    return sized.sort(order);
  }

  /** Return the name of a facet's value; its slug while the facet is not loaded. */
  label(name, slug) {
    return this.values.get(name)?.get(slug)?.name ?? slug;
  }
}

/**
 * Return the typed words that no match has at least half of in one piece. Pagefind answers an unknown
 * word with the longest known one that it begins with, even if that is a single letter.
 */
export function unanswered(words, results) {
  const matched = new Set(results.flatMap((one) => one.matched));
  return split(words).filter((typed) => {
    const word = fold(bare(typed));
    const half = Math.max(Math.min(3, word.length), Math.ceil(word.length / 2));
    return word && ![...matched].some((each) => shares(word, each, half));
  });
}

function shares(one, other, length) {
  for (let start = 0; start + length <= one.length; start += 1) {
    if (other.includes(one.slice(start, start + length))) return true;
  }
  return false;
}

/** Return what one result shows: address, facts, pieces of title and excerpt, marked or not. */
export async function shown(result, words) {
  const found = await result.data();
  const content = split(found.content);
  const hits = new Set(result.words);
  const matched = new Set([...hits].map((place) => fold(bare(content[place] ?? ""))).filter(Boolean));
  const typed = split(words).map((word) => fold(bare(word))).filter((word) => word.length > 2);
  const inTitle = (word) => {
    const folded = fold(bare(word));
    return folded && (matched.has(folded) || typed.some((each) => folded.startsWith(each)));
  };
  const title = split(found.meta.title);
  const marked = title.filter(inTitle).map((word) => fold(bare(word)));
  return {
    ...found.meta,
    address: addressed(found.url, [...new Set([...marked, ...matched])]),
    matched: [...marked, ...matched],
    title: pieces(title, (_, index) => inTitle(title[index])),
    excerpt: excerpt(content, hits),
  };
}

function addressed(url, words) {
  if (!words.length) return url;
  const query = new URLSearchParams(words.slice(0, 6).map((word) => ["sorot", word]));
  return `${url}?${query}`;
}

function excerpt(content, hits) {
  const first = Math.min(...hits, content.length);
  const start = first < WORDS - BEFORE || first === content.length ? 0 : first - BEFORE;
  const end = Math.min(start + WORDS, content.length);
  const found = pieces(content.slice(start, end), (_, index) => hits.has(start + index));
  if (start > 0) found.unshift({ text: "… ", mark: false });
  if (end < content.length) found.push({ text: " …", mark: false });
  else if (found.length) found.at(-1).text = found.at(-1).text.replace(/;$/, "");
  return found;
}

// Words next to each other that are marked alike become one piece.
function pieces(words, marked) {
  const found = [];
  words.forEach((word, index) => {
    const mark = Boolean(marked(word, index));
    const blank = index ? " " : "";
    const last = found.at(-1);
    if (last && last.mark === mark) last.text += blank + word;
    else if (last && last.mark) found.push({ text: blank + word, mark });
    else {
      if (last) last.text += blank;
      found.push({ text: word, mark });
    }
  });
  return found;
}
