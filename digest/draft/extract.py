"""Stage: draft, article to draft. The stages from text to entry, on one screen.

comes in: an article, the gazetteer, the names the site knows
goes out: a `Draft`: the entry proposed, the evidence behind it, what is unsure
"""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from digest.draft import summary as summaries
from digest.draft.alias import aliases
from digest.draft.byline import Byline, byline
from digest.draft.clean import Clean, clean
from digest.draft.entry import Found, entry, evidence, notes, unsure
from digest.draft.finder import Finder
from digest.draft.issue import issue, stamps
from digest.draft.model import Article, Draft, Registry
from digest.draft.picture import captions, introduced
from digest.draft.place import Places
from digest.draft.regain import regained
from digest.draft.review import weighed
from digest.draft.role import Held, parts, settled
from digest.draft.tagger import rated
from digest.draft.token import Sentence, sentences
from digest.draft.topic import topics
from digest.draft.what import what
from digest.draft.when import when
from digest.draft.where import where
from digest.draft.who import people
from digest.draft.wrap import unwrapped
from digest.regency import Gazetteer


class Page(Struct, frozen=True):
    """An article cut up."""

    parts: Clean
    title: tuple[Sentence, ...]
    rows: tuple[Sentence, ...]
    shown: tuple[Sentence, ...]
    """What is said below pictures."""
    byline: Byline


def extract(article: Article, gazetteer: Gazetteer, known: Registry | None = None) -> Draft:
    """Propose an entry for `article`; pure, and linear in the length of its text.

    At most 64 KB of the text are read. Offsets of the evidence point into `article.text`.
    """
    article = replace(article, text=unwrapped(article.text))
    page = cut(article)
    found = find(article, page, _places(gazetteer))
    return Draft(
        found.what.is_event,
        found.what.reason,
        entry(found, known),
        evidence(found),
        unsure(found),
        notes(found, gazetteer),
    )


def cut(article: Article) -> Page:
    """Cut `article` into headline and sentences."""
    text = article.text
    page = clean(text, article.title)
    lines = (*page.head, *page.tail)
    given = article.title or ""
    headline = (
        sentences(text, [page.title]) if page.title[1] else sentences(given, [(0, len(given))])
    )
    rows = tuple(sentences(text, page.body))
    shown = tuple(sentences(text, list(captions(text, page))))
    return Page(page, tuple(headline), rows, shown, byline(text, lines))


def find(article: Article, page: Page, places: Places) -> Found:
    """Find all that `page`, which was cut of `article`, tells."""
    text, cut = article.text, page.parts
    rows, shown = rated(page.rows, places), rated(page.shown, places)
    top = rows[0].start if rows else len(text)
    lines = (*cut.head, *stamps(text, rows), *cut.tail)
    appeared = issue(text, lines, top, article.published, cut.dateline)
    day = when(text, rows, appeared, article.read)
    place = where(text, rows, cut.title, cut.dateline, cut.head, places)
    told = (*rows, *shown)
    mentions = weighed(Finder(text, told, places).mentions(), text, told)
    mentions = regained(mentions, text, told)
    mentions = [
        each
        for each in mentions
        if each.sentence < len(rows) or introduced(each, told[each.sentence])
    ]
    persons = people(mentions, told)
    roles = parts(persons, told, mentions)
    there = sum(each.present for each in roles)
    event = what(
        rows,
        page.title,
        dated=day.recent,
        placed=place.venue is not None,
        people=there,
        lines=[text[slice(*span)] for span in cut.head],
        at=day.span[0] if day.span[1] else -1,
    )
    roles = settled(roles, persons, told, Held(event.kind, event.mode, place.venue))
    subject = topics(text, rows, page.title, event.noun)
    return Found(
        article,
        cut,
        told,
        page.byline,
        day,
        place,
        persons,
        roles,
        event,
        tuple(subject),
        places,
        aliases(rows),
    )


@lru_cache(maxsize=4)
def _places(gazetteer: Gazetteer) -> Places:
    """Return the index of a gazetteer, made once."""
    return Places(gazetteer)


copied = summaries.copied
"""See `digest.draft.summary.copied`: what of a summary was lifted from its article."""

__all__ = ["Page", "copied", "cut", "extract", "find"]
