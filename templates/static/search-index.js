// Searching: words and facets go to Pagefind, results come out as plain values. No page here.

export const FACETS = ["wilayah", "topik", "tahun", "lembaga", "tokoh"];
const WORDS = 36; // of an excerpt
const SIGNATURE = 12; // bytes that begin every file of an index
const LAST = "\uffff"; // after every word
const MOST = 8; // files of words that one beginning may load
const BEFORE = 8; // words of it before the first match
const WORD = /[\p{L}\p{M}\p{N}_.'’ʼ]+/gu; // dots and apostrophes stand within a word, all else between words
const WITHIN = /[.'’ʼ]/g;
const ENDS = ["n", "an", "a"]; // what completes -an, -kan and -nya

/** Return that nothing is chosen in any facet. */
export const emptied = () => Object.fromEntries(FACETS.map((name) => [name, new Set()]));

/** Tell whether something is chosen. */
export const chosenIn = ({ chosen }) => FACETS.some((name) => chosen[name].size);

/** Tell whether a reader may pay for each byte. */
export function slow() {
  const line = navigator.connection;
  return Boolean(line?.saveData || /[23]g/.test(line?.effectiveType ?? ""));
}

/** Return words as they are compared: without case and marks on letters. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Return the slug that a name has unless it was given another. */
export const simple = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** Return slug and name of a facet's value: `Name`, or `SLUG|Name` where the slug is another. */
export function parted(value) {
  const bar = value.indexOf("|");
  return bar < 0 ? [simple(value), value] : [value.slice(0, bar), value.slice(bar + 1)];
}

const typedAs = (piece) => piece.replace(WITHIN, "").toLocaleLowerCase();
const plainly = (piece) => fold(typedAs(piece));

/** Return the words of a query as they are looked up. */
export const terms = (query) => (query.match(WORD) ?? []).map(plainly).filter(Boolean);

/** Return a query without signs that nobody sees: they come with what is pasted, hide words and turn lines around. */
export const cleaned = (query) => (
  query.replace(/\p{Cf}/gu, "").replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 200)
);

/** Return a query with other words in place of those that `others` has. */
export function replaced(query, others) {
  return query.replace(WORD, (piece) => others.get(plainly(piece)) ?? piece).replace(/\s+/g, " ").trim();
}

const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const split = (text) => text.split(/\s+/).filter(Boolean);

// Files of an index are gzip, unless a host has unpacked them, and begin with a signature.
async function unpacked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  let data = new Uint8Array(await answer.arrayBuffer());
  if (data[0] === 0x1f && data[1] === 0x8b) {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
    data = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  return data.subarray(SIGNATURE);
}

// CBOR as far as the table of an index has it: whole numbers, texts and lists.
function decoded(data) {
  const view = new DataView(data.buffer, data.byteOffset);
  const text = new TextDecoder();
  let at = 0;
  const next = () => {
    const [kind, short] = [data[at] >> 5, data[at++] & 31];
    let value = short;
    if (short > 23) {
      const size = 1 << (short - 24);
      value = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
      at += size;
    }
    if (kind === 4) return Array.from({ length: value }, next);
    if (kind === 3) return text.decode(data.subarray(at, at += value));
    return kind === 1 ? -1 - value : value;
  };
  return next();
}

// Pagefind's program. Texts and bytes go into its memory, texts come back.
class Program {
  constructor(instance) {
    this.code = instance.exports;
    this.text = new TextDecoder();
    this.bytes = new TextEncoder();
    this.stems = new Map();
  }

  static async load(address) {
    let program = null;
    const start = () => {
      const table = program.code.__wbindgen_externrefs;
      const offset = table.grow(4);
      table.set(0, undefined);
      [undefined, null, true, false].forEach((value, place) => table.set(offset + place, value));
    };
    const { instance } = await WebAssembly.instantiate(await unpacked(address), {
      "./pagefind_web_bg.js": { __wbindgen_init_externref_table: start },
    });
    program = new Program(instance);
    program.code.__wbindgen_start();
    return program;
  }

  #given(values) {
    return values.flatMap((value) => {
      if (typeof value === "number" || typeof value === "boolean") return [value];
      const data = typeof value === "string" ? this.bytes.encode(value) : value;
      const place = this.code.__wbindgen_malloc(data.length, 1) >>> 0;
      new Uint8Array(this.code.memory.buffer).set(data, place);
      return [place, data.length];
    });
  }

  /** Call what changes an index; return the index. */
  change(name, ...values) {
    return this.code[name](...this.#given(values)) >>> 0;
  }

  /** Ask for JSON. */
  ask(name, ...values) {
    const [place, length] = this.code[name](...this.#given(values));
    const data = new Uint8Array(this.code.memory.buffer, place >>> 0, length);
    const answer = JSON.parse(this.text.decode(data));
    this.code.__wbindgen_free(place, length, 1);
    return answer;
  }

  /** Return the stem of a word: an index without words tells it, in the mode that explains answers. */
  stem(word) {
    if (!this.stems.has(word)) {
      const told = this.ask("search", this.aside, word, word, "{}", "", false, false);
      this.stems.set(word, told.search_keywords[0] ?? word);
    }
    return this.stems.get(word);
  }

  /** Return an index with this table. */
  begin(meta) {
    this.aside ??= this.change("enter_playground_mode", this.change("init_pagefind", meta));
    return this.change("init_pagefind", meta);
  }
}

// The entries of one span of time.
class Shard {
  constructor(program, folder, meta) {
    Object.assign(this, { program, folder, loading: new Map(), words: new Map() });
    this.index = program.begin(meta);
    [, , this.borders] = decoded(meta); // first word, last word and name of each file of words
  }

  static async open(program, folder, meta) {
    const [running, data] = await Promise.all([program, unpacked(folder + meta)]);
    return new Shard(running, folder, data);
  }

  #chunk(kind, name) {
    if (!this.loading.has(name)) {
      const load = async () => {
        const data = await unpacked(`${this.folder}${kind}/${name}.pf_${kind}`);
        this.index = this.program.change(`load_${kind}_chunk`, this.index, data);
        if (kind === "index") for (const [word, pages] of decoded(data)[0]) this.words.set(word, pages.length);
      };
      this.loading.set(name, load());
    }
    return this.loading.get(name);
  }

  #chunks(kind, names) {
    return Promise.all(names.filter(Boolean).map((name) => this.#chunk(kind, name)));
  }

  /** Load facets. */
  facets(names) {
    const asked = JSON.stringify(Object.fromEntries(names.map((name) => [name, "-"])));
    return this.#chunks("filter", this.program.ask("request_filter_indexes", this.index, asked));
  }

  async search({ plain, typed, exact }, filters, newest) {
    // Without words there is nothing to look up; Pagefind would load everything.
    if (plain) await this.#words(plain);
    const unknown = [...new Set(plain.split(" "))].filter((word) => word && !this.#knows(word));
    if (unknown.length) return { counts: {}, results: [], unknown };
    const order = newest ? "tanggal:desc" : "";
    const chosen = JSON.stringify(filters);
    const found = this.program.ask("search", this.index, plain, typed, chosen, order, exact, false);
    // The score of what is ordered by time is its place, the oldest first.
    found.results.sort((one, other) => other.s - one.s);
    return {
      unknown,
      counts: found.filtered_counts,
      results: found.results.map(({ p: name, s: score, l: places }) => ({
        score,
        places: places.map(({ l: place }) => place),
        data: () => this.#fragment(name),
      })),
    };
  }

  // Pagefind answers an unknown word with the longest known one that it begins with, even if that is a
  // letter, or leaves it out. Known is a stem, the beginning of a word, and one whose ending is begun.
  #knows(word) {
    const stem = this.program.stem(word);
    if (this.words.has(stem)) return true;
    const begun = stem[0] + word.slice(word.lastIndexOf(stem.slice(1)));
    for (const each of this.words.keys()) if (each.startsWith(begun)) return true;
    const whole = ENDS.map((end) => this.program.stem(word + end));
    return whole.some((each) => this.words.has(each) && !word.startsWith(each));
  }

  // Pagefind names one file a word, and one for its stem; the words that it begins may fill more.
  #words(plain) {
    const asked = new Set(this.program.ask("request_indexes", this.index, plain));
    for (const word of plain.split(" ").filter(({ length }) => length > 2)) {
      const next = (place) => this.borders[place + 1]?.[0] ?? LAST;
      const near = this.borders.filter(([first], place) => first <= word + LAST && next(place) > word);
      near.slice(0, MOST).forEach(([, , name]) => asked.add(name));
    }
    return this.#chunks("index", [...asked]);
  }

  async #fragment(name) {
    if (!this.loading.has(name)) {
      this.loading.set(name, unpacked(`${this.folder}fragment/${name}.pf_fragment`));
    }
    return JSON.parse(this.program.text.decode(await this.loading.get(name)));
  }
}

/** Open the newest shard below `base`, the folder of the site. Return null where nothing is indexed. */
export async function open(base) {
  const folder = `${base}pagefind/`;
  const answer = await fetch(`${folder}indeks.json`);
  const { program, shards } = await answer.json();
  if (!shards.length) return null;
  const running = Program.load(folder + program);
  const opened = ({ name, meta }) => Shard.open(running, `${folder}${name}/`, meta);
  return new Index(await opened(shards[0]), shards.slice(1), opened);
}

// Words as the index has them: in lower case and without punctuation, with and without marks.
function asked(words) {
  const typed = (words.match(WORD) ?? []).map(typedAs).filter(Boolean).join(" ");
  return { typed, plain: fold(typed), exact: quoted(words) };
}

/** Tell whether a query means this very sequence. */
export const quoted = (words) => /^\s*["“].+["”]\s*$/.test(words);

class Index {
  constructor(newest, older, opened) {
    Object.assign(this, { shards: [newest], older, opened, values: new Map() });
  }

  /** Tell whether older shards have not been merged yet. */
  get partial() {
    return this.older.length > 0;
  }

  /** Merge the older shards. */
  async complete() {
    this.shards.push(...await Promise.all(this.older.splice(0).map(this.opened)));
    this.values.clear();
  }

  /** Load the values of facets. */
  async load(names) {
    const wanted = names.filter((name) => !this.values.has(name));
    if (!wanted.length) return;
    await Promise.all(this.shards.map((shard) => shard.facets(wanted)));
    const { counts } = await this.#searched("", {}, false);
    for (const name of wanted) {
      const slugs = new Map();
      for (const value of Object.keys(counts[name] ?? {})) {
        const [slug, label] = parted(value);
        const known = slugs.get(slug) ?? { slug, name: label, values: [] };
        known.values.push(value);
        slugs.set(slug, known);
      }
      this.values.set(name, slugs);
    }
  }

  // Shards follow each other in time, so what is newest first stays so when they are joined.
  async #searched(words, filters, newest) {
    const question = asked(words);
    if (words && !question.plain) return { counts: {}, results: [], unknown: [] };
    const found = await Promise.all(this.shards.map((shard) => shard.search(question, filters, newest)));
    const counts = {};
    for (const part of found) {
      for (const [name, values] of Object.entries(part.counts)) {
        const sums = counts[name] ??= {};
        for (const [value, count] of Object.entries(values)) sums[value] = (sums[value] ?? 0) + count;
      }
    }
    const results = found.flatMap((part) => part.results);
    if (!newest) results.sort((one, other) => other.score - one.score);
    const unknown = found[0].unknown.filter((word) => found.every((part) => part.unknown.includes(word)));
    return { counts, results, unknown };
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

  /**
   * Return results, best or newest first, and the words that no entry has; the `data()` of a result
   * loads what it shows.
   */
  async search(words, chosen, newest) {
    await this.load(FACETS.filter((name) => chosen[name]?.size));
    return this.#searched(words, this.#filters(chosen), newest);
  }

  /** Return the stem of a word. */
  stem(word) {
    return this.shards[0].program.stem(word);
  }

  /** Yield the stems that have been loaded, those around what was typed, with numbers of entries. */
  *stems() {
    for (const { words } of this.shards) yield* words;
  }

  /** Tell whether a facet's value has a name. */
  named(name, slug) {
    return Boolean(this.values.get(name)?.has(slug));
  }

  /** Take the name of a value that no entry has. */
  name(name, slug, label) {
    this.values.get(name)?.set(slug, { slug, name: label, values: [] });
  }

  /** Return the values of a facet with counts, as if nothing were chosen in it, largest first. */
  async facet(name, words, chosen) {
    await this.load([name]);
    const found = await this.#searched(words, this.#filters(chosen, name), false);
    const counts = found.counts[name] ?? {};
    const sized = [...(this.values.get(name)?.values() ?? [])].map(({ slug, name: label, values }) => ({
      slug, name: label, count: values.reduce((sum, value) => sum + (counts[value] ?? 0), 0),
    }));
    const order = name === "tahun"
      ? (one, other) => other.slug.localeCompare(one.slug)
      : (one, other) => other.count - one.count || one.name.localeCompare(other.name);
    return sized.sort(order);
  }

  /** Return the name of a facet's value; the words of its slug where there is none. */
  label(name, slug) {
    const words = () => slug.split("-").map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join(" ");
    return this.values.get(name)?.get(slug)?.name ?? words();
  }
}

/** Return what one result shows: address, facts, pieces of title and excerpt, marked or not. */
export async function shown(result, words, base) {
  const found = await result.data();
  const content = split(found.content);
  const hits = new Set(result.places);
  const matched = new Set([...hits].map((place) => fold(bare(content[place] ?? ""))).filter(Boolean));
  const typed = terms(words).filter((word) => word.length > 2);
  const inTitle = (word) => {
    const folded = fold(bare(word));
    return folded && (matched.has(folded) || typed.some((each) => folded.startsWith(each)));
  };
  const title = split(found.meta.title);
  const marked = title.filter(inTitle).map((word) => fold(bare(word)));
  return {
    ...found.meta,
    address: base + addressed(found.url.slice(1), [...new Set([...marked, ...matched])]),
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
