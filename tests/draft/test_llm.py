"""The language model: it may help, is never needed, and is never believed."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from digest.draft.answer import ModelError
from digest.draft.llm import Settings, ask, settings
from digest.draft.model import Article, Draft, Evidence, Note
from digest.regency import load

pytest.importorskip("openai")

GAZETTEER = load()
# Invented people and places.
TEXT = (
    "Kepala Desa Sukamaju Budi Contoh membuka musyawarah di Balai Desa\nSukamaju, "
    "Kecamatan Sindang, Kabupaten Indramayu, Selasa (23/1/2024). “Mari rukun,” katanya. Siti hadir."
)
ARTICLE = Article(text=TEXT, title="Musyawarah Desa", published="2024-01-24")
RULES = Draft(
    is_event=True,
    reason="",
    entry={
        "title": "Musyawarah Desa",
        "date": "2024-01-24",
        "kind": "meeting",
        "places": [{"regency": "32.12", "venue": "Desa Sukamaju"}],
        "summary": "Ringkasan.",
    },
    evidence=(Evidence("date", 0, 6, "Kepala"), Evidence("summary", 0, 6, "Kepala")),
    unsure=("date", "time"),
    notes=(Note("date", "x"), Note("time", "y")),
)
BUDI = {
    "name": "Budi Contoh",
    "title": None,
    "position": "Kepala Desa Sukamaju",
    "organisation": "Pemerintah Desa Sukamaju",
    "role": "organizer",
    "on_behalf_of": None,
    "evidence": "Kepala Desa Sukamaju Budi Contoh membuka",
}
ANSWER = {
    "is_event": True,
    "date": {"value": "2024-01-23", "evidence": "Selasa (23/1/2024)"},
    "regency": {"value": "Kabupaten Indramayu", "evidence": "Kabupaten Indramayu"},
    "district": {"value": "Sindang", "evidence": "Kecamatan Sindang"},
    "venue": {"value": "Balai Desa Sukamaju", "evidence": "di Balai Desa  Sukamaju"},
    "topic": {"value": "kerukunan warga", "evidence": '"Mari rukun,"'},
    "kind": "meeting",
    "mode": "offline",
    "participants": [BUDI],
}

Reply = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def served(reply: Reply) -> Iterator[tuple[Settings, list[dict[str, object]]]]:
    """Serve every request with `reply`; give where, and what was asked."""
    seen: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            seen.append({"path": self.path, "key": self.headers["Authorization"]})
            seen[-1] |= json.loads(self.rfile.read(size))
            reply(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Settings(f"http://127.0.0.1:{server.server_port}/v1", "uji", "kunci", 5.0), seen
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def saying(content: str | None) -> Reply:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "uji",
        "choices": [choice],
    }
    return lambda handler: send(handler, 200, json.dumps(body).encode())


def answering(**change: object) -> Reply:
    return saying(json.dumps({**ANSWER, **change}))


def failure(reply: Reply, seconds: float = 5.0) -> ModelError:
    with served(reply) as (where, _), pytest.raises(ModelError) as raised:
        ask(ARTICLE, RULES, GAZETTEER, Settings(where.url, where.model, where.key, seconds))
    return raised.value


def test_the_model_fills_the_fields() -> None:
    """What a model finds and proves is proposed, with the words and sentence behind it."""
    with served(answering()) as (where, seen):
        draft = ask(ARTICLE, RULES, GAZETTEER, where)
    assert draft.entry["date"] == "2024-01-23"
    assert draft.entry["places"] == [
        {"regency": "32.12", "district": "Sindang", "venue": "Balai Desa Sukamaju"}
    ]
    assert draft.entry["topics"] == ["kerukunan warga"]
    assert draft.entry["participants"] == [
        {
            "name": "Budi Contoh",
            "position": "Kepala Desa Sukamaju",
            "organisation": "Pemerintah Desa Sukamaju",
            "role": "organizer",
        }
    ]
    proofs = {each.field: each for each in draft.evidence}
    venue = proofs["places[0].venue"]
    assert TEXT[venue.start : venue.end] == "di Balai Desa\nSukamaju"
    assert proofs["topics[0]"].sentence == "“Mari rukun,” katanya."
    assert proofs["summary"] == RULES.evidence[1]
    assert len(seen) == 1


def test_where_model_and_rules_differ_the_editor_looks() -> None:
    """Disagreement is shown, agreement is not, and what only the rules doubted stays in doubt."""
    with served(answering()) as (where, _):
        draft = ask(ARTICLE, RULES, GAZETTEER, where)
    assert set(draft.unsure) == {
        *("time", "date", "mode", "places[0].district", "places[0].venue", "summary")
    }
    assert draft.notes == (Note("time", "y"),)


def test_the_endpoint_gets_article_schema_and_key() -> None:
    """Any OpenAI-compatible server is asked for an entry by schema, once."""
    with served(answering()) as (where, seen):
        ask(ARTICLE, RULES, GAZETTEER, where)
    asked = seen[0]
    assert (asked["path"], asked["key"]) == ("/v1/chat/completions", "Bearer kunci")
    assert asked["model"] == "uji"
    said = json.dumps(asked)
    assert '"additionalProperties": false' in said
    assert "maxLength" not in said
    assert "Budi Contoh membuka" in said


def test_a_fenced_answer_is_read() -> None:
    """A server that wraps JSON in Markdown is understood."""
    with served(saying(f"```json\n{json.dumps(ANSWER)}\n```\n")) as (where, _):
        assert ask(ARTICLE, RULES, GAZETTEER, where).entry["date"] == "2024-01-23"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"date": {"value": "2024-01-23", "evidence": "Rabu (24/1/2024)"}}, "evidence"),
        ({"venue": {"value": "Hotel Mewah", "evidence": "di Balai Desa"}}, "evidence"),
        ({"participants": [{**BUDI, "name": "Orang Karangan"}]}, "evidence"),
        ({"participants": [{**BUDI, "position": "Presiden"}]}, "evidence"),
        ({"participants": [{**BUDI, "evidence": "Budi Contoh menutup"}]}, "evidence"),
        ({"participants": [{**BUDI, "role": "pahlawan"}]}, "nonsense"),
        ({"participants": [{**BUDI, "kunci": "x"}]}, "nonsense"),
        ({"participants": [BUDI] * 61}, "nonsense"),
        ({"date": {"value": "kemarin", "evidence": "Selasa (23/1/2024)"}}, "nonsense"),
        ({"date": {"value": "2024-02-31", "evidence": "Selasa (23/1/2024)"}}, "nonsense"),
        ({"regency": {"value": "Atlantis", "evidence": "Kabupaten"}}, "nonsense"),
        ({"regency": {"value": "Bandung", "evidence": "Kabupaten"}}, "nonsense"),
        ({"kind": "pesta"}, "nonsense"),
        ({"status": "published"}, "nonsense"),
        ({"is_event": False}, "no-event"),
    ],
)
def test_what_is_not_proved_is_not_believed(change: dict[str, object], code: str) -> None:
    """Invented names, places, quotes and fields make the whole answer fail."""
    assert failure(answering(**change)).code == code


@pytest.mark.parametrize(
    "content",
    ["", None, "Tentu! Berikut entrinya.", json.dumps(ANSWER)[:-40], "[]", "{}", "[" * 9000],
)
def test_nonsense_is_not_used(content: str | None) -> None:
    """Chatter, half an answer, or another shape is called nonsense."""
    assert failure(saying(content)).code == "nonsense"


def test_a_server_error_is_told() -> None:
    """A server that breaks is named by its status."""
    for status in (400, 401, 429, 500):
        error = failure(lambda handler, status=status: send(handler, status, b"{}"))  # type: ignore[misc]
        assert (error.code, error.values) == ("failed", {"reason": f"HTTP {status}"})


@pytest.mark.parametrize("body", [b"", b"{}", b'{"choices": []}', b"<html>", b"\xff\xfe"])
def test_another_server_is_told(body: bytes) -> None:
    """A server that is no such endpoint at all is told in one word."""
    assert failure(lambda handler: send(handler, 200, body)).code == "failed"


def test_a_broken_line_is_told() -> None:
    """A server that hangs up, or is not there, is told in one word."""
    assert failure(lambda handler: handler.wfile.close()).code == "failed"
    with pytest.raises(ModelError) as raised:
        ask(ARTICLE, RULES, GAZETTEER, Settings("http://127.0.0.1:9/v1", "uji"))
    assert raised.value.code == "failed"


def test_a_slow_server_is_left() -> None:
    """A server that is silent, or sends a byte now and then, is not waited for."""

    def silent(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(20):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    assert failure(silent, 0.2).code == "slow"
    assert failure(drip, 0.2).code == "slow"


def test_both_may_see_no_event() -> None:
    """Where rules and model agree that nothing happened, the rules' answer stands."""
    rules = Draft(is_event=False, reason="x", entry={})
    with served(answering(is_event=False)) as (where, _):
        assert ask(ARTICLE, rules, GAZETTEER, where) is rules


def test_a_model_may_see_an_event_the_rules_missed() -> None:
    """A proved event is proposed although the rules saw none."""
    with served(answering()) as (where, _):
        draft = ask(ARTICLE, Draft(is_event=False, reason="x", entry={}), GAZETTEER, where)
    assert (draft.is_event, draft.reason) == (True, "")


def test_the_environment_names_the_model() -> None:
    """An editor is told which variable is missing; a key is not needed on one's own machine."""
    both = {"DIGEST_LLM_URL": "http://localhost:1/v1", "DIGEST_LLM_MODEL": "m"}
    assert settings(both) == Settings("http://localhost:1/v1", "m", "none")
    assert settings({**both, "DIGEST_LLM_KEY": "k"}).key == "k"
    for name in both:
        with pytest.raises(ModelError) as raised:
            settings({**both, name: " "})
        assert (raised.value.code, raised.value.values) == ("setting", {"name": name})
