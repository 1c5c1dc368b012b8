"""Judges that need a browser: accessibility, and what is left without JavaScript.

In: a Playwright page that shows a page of the site. Out: complaints.
"""

from pathlib import Path

from playwright.sync_api import Page

TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
)

RUN = """async (tags) => {
  const results = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  });
  return results.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}"""

WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .slice(0, 5)
    .map(({ tagName, className }) => `${tagName} ${className} is wider than ${width}`);
}"""

# Words of the page's main part that are in the document but that nobody sees.
UNSEEN = """() => {
  const main = document.querySelector('main');
  if (!main) return ['there is no <main>'];
  const seen = main.innerText.replace(/\\s+/g, ' ').toLowerCase();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const unseen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.replace(/\\s+/g, ' ').trim().toLowerCase();
    const parent = node.parentElement;
    if (!text || parent.closest('script, style, template, noscript, option, svg')) continue;
    if (parent.closest('details:not([open]), [hidden]')) continue;
    if (!seen.includes(text)) unseen.push(text.slice(0, 80));
  }
  return unseen;
}"""


# How far what is on a page has moved by itself, as browsers reckon it (Cumulative Layout Shift).
SHIFT = """() => new Promise((resolve) => {
  const moved = (list) => list.getEntries().filter((entry) => !entry.hadRecentInput)
    .reduce((sum, entry) => sum + entry.value, 0);
  new PerformanceObserver((list) => resolve(moved(list)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(0), 500);
})"""


def axe(page: Page, package: Path) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 AA and good practice."""
    page.evaluate((package / "axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate(RUN, list(TAGS))
    return found


def wide(page: Page) -> list[str]:
    """Return what makes a page scroll sideways."""
    found: list[str] = page.evaluate(WIDE)
    return found


def shift(page: Page) -> float:
    """Return how far the page has moved by itself since it was asked for."""
    found: float = page.evaluate(SHIFT)
    return found


def unseen(page: Page) -> list[str]:
    """Return words of the page that are there and not shown."""
    found: list[str] = page.evaluate(UNSEEN)
    return found
