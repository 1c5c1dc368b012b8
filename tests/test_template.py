"""The templates of a theme: overriding, extending, escaping, failing."""

from collections.abc import Mapping

import jinja2
import pytest

from digest import template
from digest.problem import Problem


def rendered(source: str, **values: object) -> str:
    """Render one template of a site's own."""
    return template.environment({"x.html": source}, {}).get_template("x.html").render(**values)


def failure(overrides: Mapping[str, str], name: str, **values: object) -> Problem:
    """Return the problem of a template that fails."""
    made = template.environment(overrides, {})
    try:
        made.get_template(name).render(**values)
    except Exception as error:  # noqa: BLE001 -- whatever a template raises
        return template.problem(error)
    pytest.fail("the template did not fail")


@pytest.mark.parametrize("name", ["x.html", "x.xml", "x.txt", "x"])
def test_escapes_everything(name: str) -> None:
    """Text never becomes markup, whatever the template is called."""
    made = template.environment({name: "<p title='{{ x }}'>{{ x }}</p>"}, {})
    shown = made.get_template(name).render(x="<b>\"'&")
    assert shown == "<p title='&lt;b&gt;&#34;&#39;&amp;'>&lt;b&gt;&#34;&#39;&amp;</p>"


def test_escapes_like_markupsafe() -> None:
    """Numbers, nothing and ready markup are shown as Jinja shows them."""
    shown = rendered("{{ a }} {{ b }} {{ c }} {{ '<i>'|safe }} {{ '<' }}", a=5, b=None, c=True)
    assert shown == "5 None True <i> &lt;"


def test_content_is_no_template() -> None:
    """Braces in content are shown as typed."""
    assert (
        rendered("{{ x }}", x="{{ 7*7 }}{% include 'a' %}") == "{{ 7*7 }}{% include &#39;a&#39; %}"
    )


def test_override_extends_shipped() -> None:
    """A site's own file takes the place of the shipped one, and may extend it."""
    own = "{% extends '!digest/missing.html' %}{% block main %}sendiri{% endblock %}"
    made = template.environment({"missing.html": own}, {"t": str, "href": str, "part": str})
    source, name, _ = (
        made.loader.get_source(made, "missing.html") if made.loader else ("", "", None)
    )
    assert (source, name) == (own, "templates/missing.html")
    shipped = made.loader.get_source(made, "!digest/missing.html") if made.loader else ("", "")
    assert shipped[1] == "!digest/missing.html"
    assert "extends 'base.html'" in shipped[0]


def test_undefined_name_is_a_problem() -> None:
    """A name that a page does not have is told with file and line."""
    found = failure({"x.html": "satu\n{{ judul }}\n"}, "x.html")
    assert (found.span.path, found.span.line, found.code) == ("templates/x.html", 2, "bad-template")
    assert "judul" in found.values["reason"]


def test_unknown_field_is_a_problem() -> None:
    """A field that a value does not have is told with file and line."""
    found = failure({"x.html": "\n\n{{ x.tiada }}"}, "x.html", x="teks")
    assert (found.span.path, found.span.line) == ("templates/x.html", 3)
    assert "tiada" in found.values["reason"]


def test_syntax_error_is_a_problem() -> None:
    """A template that cannot be read is told with file and line."""
    found = failure({"x.html": "a\n{% if %}"}, "x.html")
    assert (found.span.path, found.span.line) == ("templates/x.html", 2)


def test_error_in_an_included_file_names_that_file() -> None:
    """An error is told where it is, not where it was included."""
    found = failure({"x.html": "\n{% include 'y.html' %}", "y.html": "{{ y }}"}, "x.html")
    assert (found.span.path, found.span.line) == ("templates/y.html", 1)


def test_missing_file_is_a_problem() -> None:
    """A file that no theme has is told where it is asked for."""
    found = failure({"x.html": "\n{% extends 'tiada.html' %}"}, "x.html")
    assert (found.span.path, found.span.line) == ("templates/x.html", 2)
    assert "tiada.html" in found.values["reason"]


def test_nothing_random() -> None:
    """No template can make pages that differ from run to run."""
    for source in ("{{ lipsum() }}", "{{ [1, 2]|random }}"):
        with pytest.raises(jinja2.TemplateError):
            rendered(source)


def test_keywords_as_fields() -> None:
    """A field that is called like a word of Python can still be asked for."""
    assert rendered("{{ x.class }}", x={"class": "a"}) == "a"


def test_compiled_templates_are_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process shows the same page without compiling its template."""
    first = template.Compiled()
    own = {"x.html": "<p>{{ x }}</p>"}
    shown = template.environment(own, {}, first).get_template("x.html").render(x="<")
    assert first.grown
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    second = template.Compiled(first.packed())
    made = template.environment(own, {}, second).get_template("x.html")
    assert made.render(x="<") == shown
    assert not second.grown


@pytest.mark.parametrize("spoil", [b"", b"x", b"x" * 100])
def test_spoilt_code_is_as_if_not_there(spoil: bytes) -> None:
    """What was damaged on the disk is compiled again."""
    first = template.Compiled()
    own = {"x.html": "{{ x }}"}
    template.environment(own, {}, first).get_template("x.html")
    packed = first.packed()
    for damaged in (spoil, packed[:-1] + spoil, spoil + packed):
        again = template.Compiled(damaged if damaged != packed else b"")
        assert template.environment(own, {}, again).get_template("x.html").render(x=1) == "1"
        assert again.grown


def test_changed_source_is_compiled_again() -> None:
    """An edited template is never shown as it was."""
    first = template.Compiled()
    template.environment({"x.html": "lama"}, {}, first).get_template("x.html")
    second = template.Compiled(first.packed())
    assert (
        template.environment({"x.html": "baru"}, {}, second).get_template("x.html").render()
        == "baru"
    )
