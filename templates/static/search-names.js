// Words that no entry has, mended from the names of places, people and bodies, and from the index.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Return how many letters must be changed, left out, added or swapped; more than `most` is `most + 1`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length], most + 1);
}

// Slips that are bearable in a word: none in a short one or a number, one, and from seven letters on two.
const bearable = (word) => (word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 7 ? 1 : 2);
const STEM = 4; // letters from which on a stem is looked at
const LONG = 6; // letters from which on a word with one slip is read as another

// The index has stems: what was typed is compared with them, as it is and without what stands around its own.
function written(word, index) {
  const stem = index.stem(word);
  const near = (one, other) => distance(one, other, 1) === 1;
  let best = null;
  for (const [other, count] of index.stems()) {
    if (other.length < STEM || count <= (best?.count ?? 0)) continue;
    const typed = near(word, other) ? other : word.includes(stem) && near(stem, other) && word.replace(stem, other);
    if (typed) best = { typed, slips: 1, count };
  }
  return best;
}

const ORDER = ["wilayah", "topik", "lembaga", "tokoh"];

/** The names, by kind, as `nama.json` has them. */
export class Names {
  constructor(listed) {
    this.names = Object.entries(listed).flatMap(([kind, names]) => names.map((each) => {
      const [slug, name] = Array.isArray(each) ? each : [null, each];
      return { kind, slug, name, words: split(fold(name)) };
    }));
    this.words = new Map();
    for (const { name, words } of this.names) {
      split(name).forEach((typed, index) => {
        const known = this.words.get(words[index]);
        if (known) known.count += 1;
        else this.words.set(words[index], { typed, count: 1 });
      });
    }
  }

  /**
   * Return what an unknown word may have been meant to be, as `{ typed, slips }`, the nearest first: a word
   * of a name, a word of the index.
   */
  near(word, index) {
    const most = bearable(word);
    if (!most || this.words.has(word)) return [];
    const all = [this.#named(word, most), written(word, index)];
    return all.filter(Boolean).sort((one, other) => one.slips - other.slips);
  }

  /**
   * Return each unknown word that can be mended with what it is read as; `sure` where a reader need not be
   * asked. `finds(words)` tells whether there are results.
   */
  async mend(unknown, index, finds) {
    const read = new Map();
    let sure = true;
    for (const word of unknown) {
      let taken = null;
      for (const one of this.near(word, index)) if (!taken && await finds(one.typed)) taken = one;
      if (taken) read.set(word, taken.typed);
      sure &&= taken?.slips === 1 && word.length >= LONG;
    }
    return { read, sure };
  }

  /** Return the name of a value; undefined where there is none. `simple(name)` is the slug of most. */
  label(kind, slug, simple) {
    return this.names.find((one) => one.kind === kind && (one.slug ?? simple(one.name)) === slug)?.name;
  }

  #named(word, most) {
    let best = null;
    for (const [other, { typed, count }] of this.words) {
      const slips = distance(word, other, most);
      const better = !best || slips < best.slips || (slips === best.slips && count > best.count);
      if (slips <= most && better) best = { slips, count, typed };
    }
    return best;
  }

  /** Return the names in which every word of a query begins a word: places first, short ones first. */
  pages(query, most = 4) {
    const typed = split(fold(query));
    if (!typed.some((word) => word.length > 2)) return [];
    return this.names
      .filter(({ words }) => typed.every((each) => words.some((word) => word.startsWith(each))))
      .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.name.length - other.name.length)
      .slice(0, most);
  }
}
