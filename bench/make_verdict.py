"""Fit the weights that tell reports of events from other texts, and write them as a word list.

    python bench/make_verdict.py [--articles DIR]... [--out FILE] [--folds]

In: annotated articles, those of `bench/development` unless folders are named.
Out: `digest/draft/data/verdict.txt`; on standard output how many texts and weights there are. With
--folds nothing is written: each series of texts (the letters their names begin with) is judged by
weights fitted to the others, and what went wrong is told.

The weights are those of a logistic regression with a penalty on large ones. Each text counts three
times, as it is and cut off after two and four paragraphs, so that short texts are judged as well;
texts without an event count more, for there are few. What the lists say against an event has no
part in it: they were written with these texts in view, and nothing else would be learnt.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pycrfsuite
from msgspec import Struct

from bench.eval import article, articles, reading
from digest import regency
from digest.draft import extract, verdict
from digest.draft.place import Places

HERE: Final = Path(__file__).resolve().parent
LIST: Final = HERE.parent / "digest" / "draft" / "data" / f"{verdict.LEXICON}.txt"
HEAD: Final = """\
# How much signs and words speak for a report of an event, or against it. Fitted by
# `python bench/make_verdict.py`; not written by hand.
"""
CUTS: Final = (2, 4)
"""Paragraphs after which a text is cut off, to count once more."""
AGAINST: Final = 3
"""How often a text without an event counts."""
KNOWN: Final = 8
"""A word must stand in so many texts."""
LEAST: Final = 0.05
"""Smaller weights are left out."""
PENALTY: Final = 1.0
EVENT, OTHER = "event", "other"


class Text(Struct, frozen=True):
    """An annotated article, as it is judged."""

    name: str
    is_event: bool
    contra: float
    """What the lists say against an event in it; no weight is fitted to that."""
    forms: tuple[Mapping[str, float], ...]
    """Its features: the whole first, then cut off."""

    @property
    def series(self) -> str:
        """The letters its name begins with."""
        return re.sub(r"\d.*", "", self.name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit to the articles and return the exit status."""
    parser = argparse.ArgumentParser(description="Fit what tells reports of events.")
    parser.add_argument("--articles", type=Path, metavar="DIR", action="append")
    parser.add_argument("--out", type=Path, default=LIST, metavar="FILE")
    parser.add_argument("--folds", action="store_true", help="judge each series by the others")
    options = parser.parse_args(arguments)
    folders = options.articles or [HERE / "development"]
    texts = [text(path) for folder in folders for path in articles(folder)]
    if len({one.is_event for one in texts}) < 2:  # noqa: PLR2004 - both are needed
        print("no articles with and without an event", file=sys.stderr)
        return 2
    if options.folds:
        print("\n".join(folds(texts)))
        return 0
    weights = fit(texts)
    options.out.write_text(written(weights), encoding="utf-8")
    print(f"{len(texts)} articles, {len(weights)} weights")
    return 0


def text(path: Path) -> Text:
    """Read an article with its reading."""
    one = article(path)
    page = extract.cut(one)
    found = extract.find(one, page, _places()).what
    bodies = [page.rows, *([row for row in page.rows if row.paragraph < cut] for cut in CUTS)]
    forms = tuple(verdict.features(found.signs, page.title, rows) for rows in bodies)
    return Text(path.stem, reading(path)["is_event"] == "true", found.contra, forms)


@cache
def _places() -> Places:
    return Places(regency.load())


def fit(texts: Sequence[Text]) -> dict[str, float]:
    """Return the weight of each feature, rounded; those that are next to nothing left out."""
    seen = Counter(feature for one in texts for feature in one.forms[0])
    kept = {each for each, times in seen.items() if times >= KNOWN or each.startswith("sign ")}
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(
        {"c1": 0.0, "c2": PENALTY, "max_iterations": 500, "feature.possible_states": 1}
    )
    for one in texts:
        label = EVENT if one.is_event else OTHER
        for form in one.forms:
            said = {feature: value for feature, value in form.items() if feature in kept}
            for _ in range(1 if one.is_event else AGAINST):
                trainer.append([said], [label])
    found: dict[str, float] = defaultdict(float)
    for (feature, label), weight in _weights(trainer).items():
        found[feature] += weight if label == EVENT else -weight
    return {each: round(weight, 2) for each, weight in found.items() if abs(weight) >= LEAST}


def _weights(trainer: pycrfsuite.Trainer) -> Mapping[tuple[str, str], float]:
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "weights")
        trainer.train(out)
        tagger = pycrfsuite.Tagger()
        with tagger.open(out):
            return dict(tagger.info().state_features)


def written(weights: Mapping[str, float]) -> str:
    """Return the weights as a word list, a section a part, the strongest first."""
    parts: dict[str, list[tuple[float, str]]] = {part: [] for part in verdict.PARTS}
    for feature, weight in weights.items():
        part, _, name = feature.partition(" ")
        parts[part].append((weight, name))
    sections = [
        f"\n[{part}]\n"
        + "".join(
            f"{name} = {weight:.2f}\n"
            for weight, name in sorted(told, key=lambda each: (-abs(each[0]), each[1]))
        )
        for part, told in parts.items()
    ]
    return HEAD + "".join(sections)


def folds(texts: Sequence[Text]) -> Iterator[str]:
    """Yield a line for each series, judged by weights fitted to the others, and one for all."""
    wrong = {True: 0, False: 0}
    for series in sorted({one.series for one in texts}):
        weights = fit([one for one in texts if one.series != series])
        own = [one for one in texts if one.series == series]
        faults = [
            (one, odds)
            for one in own
            if ((odds := verdict.odds(one.forms[0], one.contra, weights)) >= verdict.LINE)
            != one.is_event
        ]
        for one, _ in faults:
            wrong[one.is_event] += 1
        told = ", ".join(f"{one.name} {odds:.1f}" for one, odds in faults)
        yield f"{series}: {len(own)} texts, {len(faults)} wrong{': ' if told else ''}{told}"
    events = sum(one.is_event for one in texts)
    others = len(texts) - events
    yield f"{wrong[True]} of {events} events refused, {wrong[False]} of {others} passed"


if __name__ == "__main__":
    sys.exit(main())
