"""The sitemap and the OPML."""

import datetime as dt

from lxml import etree

import many
from digest import directory

NAMES = {"s": directory.SITEMAP}


def test_a_large_site_has_several_sitemaps() -> None:
    """A search engine takes every page of a site larger than one sitemap may be."""
    known = many.built([])
    moment = dt.datetime(2023, 12, 1, tzinfo=dt.UTC)
    pages = [(f"/{number}/", moment if number % 2 else None) for number in range(95_000)]
    files = directory.sitemaps(known, pages)
    index = etree.fromstring(files["sitemap.xml"])
    parts = [str(one.text) for one in index.iterfind("s:sitemap/s:loc", NAMES)]
    assert parts == [f"https://rekaan.example/digest/sitemap-{n}.xml" for n in (1, 2, 3)]
    found = []
    for part in parts:
        tree = etree.fromstring(files[part.rpartition("/")[2]])
        locations = [str(one.text) for one in tree.iterfind("s:url/s:loc", NAMES)]
        assert len(locations) <= 50_000
        found += locations
    assert found == sorted(f"https://rekaan.example/digest{path}" for path, _ in pages)


def test_lastmod_is_there_where_it_is_known() -> None:
    """A search engine fetches again what changed, and is told no false dates."""
    moment = dt.datetime(2023, 12, 1, 8, tzinfo=many.WIB)
    made = directory.sitemaps(many.built([]), [("/a/", moment), ("/b/", None)])["sitemap.xml"]
    tree = etree.fromstring(made)
    dates = [url.findtext("s:lastmod", namespaces=NAMES) for url in tree.iterfind("s:url", NAMES)]
    assert dates == ["2023-12-01T08:00:00+07:00", None]


def test_the_opml_has_every_place_in_the_folder_of_its_province() -> None:
    """A subscriber takes over the feeds of a whole province in one step."""
    tree = etree.fromstring(directory.opml(many.built([many.one(1)])))
    folders = {one.get("text"): one for one in tree.iterfind("body/outline") if len(one)}
    assert len(folders) == 38 + 1
    west = {one.get("xmlUrl") for one in folders["Jawa Barat"]}
    base = "https://rekaan.example/digest"
    assert f"{base}/wilayah/kabupaten-indramayu/feed.xml" in west
    assert f"{base}/wilayah/kabupaten-indramayu/pekanan.xml" in west
    assert f"{base}/provinsi/jawa-barat/feed.xml" in west
    every = [one.get("xmlUrl") for one in tree.iter("outline") if one.get("xmlUrl")]
    assert len(every) == len(set(every)) == 3 + 38 + 514 * 2 + 1
    assert f"{base}/feed.xml" in every
