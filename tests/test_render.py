"""Every kind of page: what it says, what it links, what it never holds."""

import datetime as dt
import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from typing import get_args

import pytest
from msgspec.structs import replace

import invented
from digest import data, plan, regency, render, site, theme
from digest import page as p
from digest.config import Config
from digest.entry import Correction, Entry, Participant, Place, Retraction, Source
from digest.theme import View

HOSTILE = "\"'><script>alert(1)</script><!--]]>{{ 7*7 }}<img src=x onerror=alert(1)>"


@cache
def view() -> View:
    """Return the view of the invented site."""
    return viewed(invented.CONFIG)


def viewed(config: Config) -> View:
    """Return the view of a site without templates of its own."""
    return theme.view(config, regency.load(), invented.registry(), {})


def built(entries: tuple[Entry, ...], config: Config = invented.CONFIG) -> dict[str, p.AnyPage]:
    """Return the pages of a site by path."""
    whole = site.assemble(config, regency.load(), invented.registry(), entries)
    return {page.path: page for page in plan.pages(whole)}


@cache
def pages() -> Mapping[str, p.AnyPage]:
    """Return the pages of the invented site."""
    return built(invented.entries())


def html(path: str) -> str:
    """Return the file of one page of the invented site."""
    return render.page(pages()[path], view()).decode()


def text(markup: str) -> str:
    """Return what a reader sees of a page, without its header and footer."""
    inside = markup.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", inside))


class Elements(HTMLParser):
    """Collects the elements of a page and what is forbidden in them."""

    def __init__(self, markup: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags[tag] += 1
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values[name] or "" for name in ("href", "src", "action") if name in values]
        self.faults += [
            f"{tag} {name}" for name in values if name.startswith("on") or name == "style"
        ]
        if tag == "script" and "src" not in values and values.get("type") != "application/ld+json":
            self.faults.append("inline script")
        if tag in {"style", "iframe", "object", "embed", "base"}:
            self.faults.append(tag)


def samples() -> Iterator[str]:
    """Yield the path of a page of each kind, and of the extremes."""
    seen = set()
    for path, page in pages().items():
        kind = (type(page), getattr(page, "axis", ""), getattr(page, "name", ""))
        if not isinstance(page, p.Listing) or kind[:2] not in seen:
            if kind[:2] not in seen or isinstance(page, p.PlainPage):
                yield path
            seen.add(kind[:2])
    yield from ("entri/acara-besar/index.html", "entri/dicabut/index.html")
    yield from ("wilayah/kabupaten-bantul/index.html", "tokoh/abdul-rekaan/index.html")


def test_every_kind_renders() -> None:
    """Every kind of page there is has a template, in both languages."""
    english = replace(invented.CONFIG, language="en")
    moved = invented.entry(99, status="merged", merged_into="contoh1", slug="lama")
    shown = built((*invented.entries(9), moved), english)
    assert {type(page) for page in shown.values()} == set(get_args(p.AnyPage))
    seen = viewed(english)
    for page in shown.values():
        made = render.page(page, seen).decode()
        assert '<html lang="en">' in made


@pytest.mark.parametrize("path", list(samples()))
def test_no_page_breaks_the_policy(path: str) -> None:
    """No page has an inline script, style or handler, or loads anything from another host."""
    made = html(path)
    read = Elements(made)
    assert read.faults == []
    assert read.tags["h1"] == 1
    assert read.tags["main"] == 1
    assert len(read.ids) == len(set(read.ids))
    assert "Content-Security-Policy" in made
    assert re.search(r'<html lang="id">', made)
    assert not re.search(r'<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*"https?:', made)


@pytest.mark.parametrize("path", list(samples()))
def test_every_link_leads_somewhere(path: str) -> None:
    """Every address within the site is that of a page, a feed, an asset or a download."""
    read = Elements(html(path))
    assets = {f"/digest/{name}" for name in render.static_files(view())}
    later = re.compile(r"\.(?:xml|json|ics|opml|csv|jsonl|db)$|SHA256SUMS$")
    for link in read.links:
        if link.startswith("#"):
            assert link[1:] in read.ids
        elif not link.startswith(("https://", "mailto:")) and not later.search(link):
            assert link.startswith("/digest/")
            file = link.removeprefix("/digest/").partition("#")[0]
            assert f"{file}index.html" in pages() or link in assets, link


def test_entry_says_who_took_which_part() -> None:
    """A reader sees who was there, who was represented and who was quoted."""
    shown = text(html("entri/acara-besar/index.html"))
    order = [shown.index(word) for word in ("Penyelenggara", "Hadir", "Diwakili", "Dikutip")]
    assert order == sorted(order)
    for one in invented.crowded().participants:
        assert (one.name or one.organisation or "") in shown


def test_entry_says_when_where_and_whence() -> None:
    """A reader sees the day with its weekday, the time with its zone, the place and the report."""
    shown = text(html("entri/2023-11-17-pertemuan-rekaan-5/index.html"))
    assert "Dalam Pekan 46 · 13–19 November 2023, 14.30 WITA" in shown
    assert "Kota Kendari" in shown
    for words in (
        "Koran Contoh",
        "Reporter Rani Wartawan",
        "Editor Edo Penyunting",
        "Salinan arsip",
    ):
        assert words in shown
    assert "terbit 29 November 2023" in shown
    assert "Diterbitkan 30 November 2023, 03.15 WIB" in shown


def test_entry_shows_its_corrections() -> None:
    """A reader sees what was mended and when, and is led there from the top."""
    made = html("entri/acara-besar/index.html")
    assert 'href="#ralat"' in made
    assert "Nama camat keliru; yang benar Cahya Ujian." in text(made)


def test_tombstone() -> None:
    """A retracted entry says that and why, and no longer what it said."""
    made = html("entri/dicabut/index.html")
    shown = text(made)
    assert "Laporan asal ternyata tentang tahun lain." in shown
    assert "Dicabut" in shown
    assert "saluran irigasi yang tersumbat" not in shown
    assert "Kompol" not in shown
    assert '<meta name="robots" content="noindex">' in made
    assert '"@type":"Event"' not in made


def test_entry_is_shared_with_a_picture() -> None:
    """A messenger shows title, summary and picture; without pictures the link asks for none."""
    made = html("entri/acara-besar/index.html")
    picture = "https://contoh.example/digest/aset/bagikan/besar.png"
    assert f'<meta property="og:image" content="{picture}">' in made
    assert '<meta name="twitter:card" content="summary_large_image">' in made
    bare = replace(invented.CONFIG, share_images=False)
    page = built(invented.entries(3), bare)["entri/acara-besar/index.html"]
    assert "og:image" not in render.page(page, viewed(bare)).decode()


def test_microformats() -> None:
    """A reader of microformats finds the event and the entry."""
    made = html("entri/2023-11-20-pertemuan-rekaan-4/index.html")
    assert 'class="entry h-entry h-event"' in made
    assert 'class="dt-start" datetime="2023-11-20T14:30+07:00"' in made
    for name in ("p-name", "p-summary", "dt-published", "p-location", "p-category", "h-cite"):
        assert re.search(rf'class="[^"]*\b{name}\b', made), name


def test_empty_regency_says_what_to_do() -> None:
    """A reader of a regency without events is told what it means and what can be done."""
    made = html("wilayah/kabupaten-bantul/index.html")
    shown = text(made)
    assert "Belum ada peristiwa tercatat di Kabupaten Bantul." in shown
    assert "mailto:redaksi@contoh.example" in made
    assert "/digest/wilayah/kabupaten-bantul/feed.xml" in made


def test_regency_links_its_feeds_and_neighbours() -> None:
    """A reader of a regency finds its feeds, its calendar and the regencies beside it."""
    made = html("wilayah/kabupaten-indramayu/index.html")
    for file in ("feed.xml", "atom.xml", "feed.json", "pekanan.xml", "kalender.ics"):
        assert f'href="/digest/wilayah/kabupaten-indramayu/{file}"' in made
    assert "Wilayah sekitar" in text(made)


def test_event_elsewhere_says_where() -> None:
    """A regency that is only concerned by an event sees where it happened."""
    shown = built((invented.crowded(),))
    page = next(
        one for one in shown.values() if isinstance(one, p.RegencyPage) and one.code == "93.01"
    )
    made = render.page(page, view()).decode()
    card = made.partition('<article class="card')[2].partition("</article>")[0]
    assert "Kabupaten Bogor" in card


def test_hostile_text_stays_text() -> None:
    """No text of an entry adds an element, an attribute or a script to any page."""
    texts = {"title": HOSTILE, "summary": HOSTILE, "body": HOSTILE, "topics": (HOSTILE, "Irigasi")}
    person = Participant(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "attendee", HOSTILE)
    place = Place(invented.INDRAMAYU, HOSTILE, HOSTILE, HOSTILE, -6.3, 108.3)
    report = Source("https://x.example/?a=1&b='2'", HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    mended = Correction(dt.date(2023, 12, 1), HOSTILE)
    changes = {"participants": (person,), "places": (place,), "sources": (report,), **texts}
    evil = invented.entry(1, corrections=(mended,), **changes)
    gone = invented.entry(
        2, status="retracted", retraction=Retraction(mended.date, HOSTILE), **changes
    )
    config = replace(invented.CONFIG, title=HOSTILE, description=HOSTILE, publisher=HOSTILE)
    seen = viewed(config)
    for path, page in built((evil, gone), config).items():
        if isinstance(page, p.RegencyPage) and not page.total:
            continue
        made = render.page(page, seen).decode()
        read = Elements(made)
        assert read.faults == [], path
        assert read.tags["img"] == 0, path
        assert "<script>" not in made, path
        assert "{{ 7*7 }}" in made or "7*7" not in made, path
        assert not [
            link for link in read.links if link.lower().startswith(("javascript:", "data:"))
        ]


def test_pages_are_light() -> None:
    """An entry, a regency and a week cost at most 30 KB, compressed, with their style."""
    style = len(gzip.compress(view().files["digest.css"]))
    entries = tuple(
        replace(
            invented.crowded(),
            id=f"berat{number}",
            slug=f"berat-{number}",
            title=f"{invented.LONG[:150]} {number * 7919}",
            places=(Place(tuple(regency.load().regencies)[number * 5]),),
        )
        for number in range(50)
    )
    shown = built(entries)
    for kind in (p.EntryPage, p.RegencyPage, p.WeekPage):
        sizes = [
            len(gzip.compress(render.page(page, view())))
            for page in list(shown.values())[:400]
            if isinstance(page, kind)
        ]
        assert max(sizes) + style <= 30 * 1024, kind


def test_same_value_same_bytes() -> None:
    """A page rendered by another view of the same site has the same bytes."""
    other = theme.view(invented.CONFIG, regency.load(), invented.registry(), {})
    assert other.key == view().key
    for path in ("index.html", "entri/acara-besar/index.html", "peta/index.html"):
        assert render.page(pages()[path], other) == render.page(pages()[path], view())


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Lain"},
        {"language": "en"},
        {"base_url": "https://contoh.example/lain"},
        {"share_images": False},
    ],
)
def test_key_follows_the_settings(changed: dict[str, str]) -> None:
    """A changed setting makes pages anew."""
    assert viewed(replace(invented.CONFIG, **changed)).key != view().key


def test_key_follows_the_templates() -> None:
    """A changed template makes pages anew."""
    own = {"missing.html": "x"}
    changed = theme.view(invented.CONFIG, regency.load(), invented.registry(), own)
    assert changed.key != view().key


def test_own_template_extends_the_shipped_one() -> None:
    """A site adds a line to a page without copying it."""
    own = {
        "entry.html": "{% extends '!digest/entry.html' %}"
        "{% block main %}<p>Tambahan</p>{{ super() }}{% endblock %}"
    }
    changed = theme.view(invented.CONFIG, regency.load(), invented.registry(), own)
    made = render.page(pages()["entri/acara-besar/index.html"], changed).decode()
    assert made.index("<p>Tambahan</p>") < made.index("<h1")


def test_broken_template_is_told() -> None:
    """A template that fails stops the build with its file and line."""
    own = {"card.html": "\n\n{{ entry.juduls }}"}
    changed = theme.view(invented.CONFIG, regency.load(), invented.registry(), own)
    with pytest.raises(render.BrokenTemplateError) as caught:
        render.page(pages()["index.html"], changed)
    found = caught.value.problem
    assert (found.span.path, found.span.line) == ("templates/card.html", 3)


def test_a_card_is_rendered_once() -> None:
    """An entry on many lists is rendered for the first and copied for the others."""
    fresh = theme.view(invented.CONFIG, regency.load(), invented.registry(), {})
    one = invented.entry()
    assert fresh.card(one, "full") is fresh.card(one, "full")
    mended = replace(one, title="Judul lain", digest="lain")
    assert "Judul lain" in fresh.card(mended, "full")


def test_redirect() -> None:
    """A former address leads on, also without JavaScript, and is not listed by engines."""
    moved = invented.entry(99, status="merged", merged_into="contoh1", slug="lama")
    page = built((invented.entry(), moved))["entri/lama/index.html"]
    made = render.page(page, view()).decode()
    target = "/digest/entri/2023-11-29-pertemuan-rekaan-1/"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in made
    assert f'href="{target}"' in made
    assert "noindex" in made


def test_empty_site() -> None:
    """A site without entries has every page it needs."""
    shown = built(())
    for path in ("index.html", "pekan/index.html", "peta/index.html", "koreksi/index.html"):
        assert "<h1" in render.page(shown[path], view()).decode()
    assert "Belum ada peristiwa." in text(render.page(shown["index.html"], view()).decode())


def test_archives() -> None:
    """The archive pages of a long list lead to each other and to the newest."""
    page = pages()["topik/irigasi/index.html"]
    assert isinstance(page, p.Listing)
    shown = render.page(replace(page, number=5, archives=30), view()).decode()
    for number in (1, 2, 4, 6, 8, 30):
        assert f'href="/digest/topik/irigasi/arsip/{number}/"' in shown
    assert 'href="/digest/topik/irigasi/arsip/15/"' not in shown
    assert '<span aria-current="page">5</span>' in shown


def test_dictionary_explains_every_column() -> None:
    """A reader of the downloads finds what each column means."""
    made = html("data/index.html")
    for name in data.FIELDS:
        assert f"<code>{name}</code>" in made
