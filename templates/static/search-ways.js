// Ways out of a search that finds nothing: what was meant, fewer filters, fewer words. Each is tried
// before it is offered, so that none leads to nothing again.

const MOST = 4; // ways offered
const TRIED = 8; // words and filters that are left out in turn

/**
 * Return searches with results, as `{ kind, q, chosen, count }`; `kind` is `meant`, `filter` (then
 * `without` names facet and slug, unless all filters are left out) or `words`. `better` is the query
 * as it may have been meant, or null, `rest` it without the words that no entry has; `count(q, chosen)`
 * tells how much a search finds.
 */
export async function ways({ q, chosen }, better, rest, count) {
  const filters = Object.entries(chosen).flatMap(([name, slugs]) => [...slugs].map((slug) => [name, slug]));
  const bare = q.replace(/["“”]/g, " ").replace(/\s+/g, " ").trim();
  const tried = async (all) => {
    const found = [];
    for (const way of all) {
      if (found.length === MOST) break;
      const results = await count(way.q, way.chosen);
      if (results) found.push({ ...way, count: results });
    }
    return found;
  };
  const steps = [
    better ? [{ kind: "meant", q: better, chosen }] : [],
    rest && rest !== q ? [{ kind: "words", q: rest, chosen }] : [],
    fewerFilters(q, chosen, filters),
    bare !== q && bare ? [{ kind: "words", q: bare, chosen }] : [],
    ...fewerWords(better ?? bare, chosen),
    ...(filters.length ? fewerWords(better ?? bare, without(chosen)) : []),
  ];
  for (const step of steps) {
    const found = await tried(step);
    if (found.length) return found;
  }
  return [];
}

// Filters without one value, or without any.
const without = (chosen, left) => Object.fromEntries(Object.entries(chosen).map(([name, slugs]) => [
  name, new Set(left ? [...slugs].filter((slug) => name !== left[0] || slug !== left[1]) : []),
]));

function fewerFilters(q, chosen, filters) {
  const each = filters.slice(0, TRIED).map((one) => ({
    kind: "filter", q, chosen: without(chosen, one), without: one,
  }));
  return filters.length > 1 ? [...each, { kind: "filter", q, chosen: without(chosen) }] : each;
}

// One word less; where that is not enough, each word alone.
function fewerWords(q, chosen) {
  const words = [...new Set(q.split(/\s+/).filter(Boolean))].slice(0, TRIED);
  if (words.length < 2) return [];
  const way = (some) => ({ kind: "words", q: some.join(" "), chosen });
  const less = words.map((word) => way(words.filter((other) => other !== word)));
  return words.length > 2 ? [less, words.map((word) => way([word]))] : [less];
}
