"""Judge of JSON Feed 1.1 by a schema written down from its specification.

In: a feed as bytes. Out: complaints.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from judges import markup

SCHEMA = Path(__file__).with_name("jsonfeed.schema.json")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def judge(document: bytes) -> list[str]:
    """Return what is wrong with a JSON feed."""
    try:
        feed = json.loads(document.decode("utf-8"))
    except ValueError as error:
        return [f"does not parse: {error}"]
    errors = _validator().iter_errors(feed)
    complaints = [f"{error.json_path}: {error.message[:200]}" for error in errors]
    return complaints or list(_items(feed["items"]))


def _items(items: list[dict[str, str]]) -> Iterator[str]:
    ids = Counter(item["id"] for item in items)
    yield from (f"id {name} stands {times} times" for name, times in ids.items() if times > 1)
    for item in items:
        for complaint in markup.fragment(item.get("content_html", "")):
            yield f"{item['id']}: content_html {complaint}"
