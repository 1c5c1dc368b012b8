// "Did you mean": words that no entry has, mended from the names of places, people and bodies.

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

// Slips that are bearable in a word: none in a short one, one, and from seven letters on two.
const bearable = (word) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

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

  /** Return a query in which `unknown` words are mended, or null where there is nothing to mend. */
  mended(query, unknown) {
    let changed = false;
    const wrong = new Set(unknown.flatMap((each) => split(fold(each))));
    const words = split(query).map((word) => {
      const near = wrong.has(fold(word)) ? this.#nearest(fold(word)) : null;
      changed ||= near !== null;
      return near ?? word;
    });
    return changed ? words.join(" ") : null;
  }

  #nearest(word) {
    const most = bearable(word);
    if (!most || this.words.has(word)) return null;
    let best = null;
    for (const [other, { typed, count }] of this.words) {
      const slips = distance(word, other, most);
      const better = !best || slips < best.slips || (slips === best.slips && count > best.count);
      if (slips <= most && better) best = { slips, count, typed };
    }
    return best && best.typed;
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
