"""One page to one file's bytes: a pure function of the page and the view.

In: a page of any kind, and everything that is constant over the build (`View`). Out: HTML. A
template that fails is a `BrokenTemplateError` with its file and line.
"""

from collections.abc import Mapping
from typing import assert_never

from digest import asset, context, context_names, template
from digest import page as p
from digest.context import Context
from digest.template import BrokenTemplateError
from digest.theme import View, view

__all__ = ["BrokenTemplateError", "View", "page", "static_files", "view"]


def page(page: p.AnyPage, view: View) -> bytes:
    """Return the file of a page; raise `BrokenTemplateError` where a template fails."""
    name, (head, values) = _context(page, view)
    try:
        made = view.environment.get_template(name)
        return made.render(page=page, head=head, **values).encode()
    except Exception as error:
        raise BrokenTemplateError(template.problem(error)) from error


def static_files(view: View) -> Mapping[str, bytes]:
    """Return the theme's own files and what hosts and crawlers are told, by output path."""
    return asset.published(view.config, view.files)


def _context(page: p.AnyPage, view: View) -> tuple[str, Context]:  # noqa: C901, PLR0911, PLR0912 -- one case a kind of page
    """Return the template of a page and what it is given."""
    match page:
        case p.Home():
            return "home.html", context.home(page, view)
        case p.EntryPage():
            return "entry.html", context.entry(page, view)
        case p.Redirect():
            return "redirect.html", context.redirect(page, view)
        case p.WeekIndex():
            return "weeks.html", context.week_index(page, view)
        case p.WeekPage():
            return "week.html", context.week(page, view)
        case p.RegencyIndex():
            return "regencies.html", context.regency_index(page, view)
        case p.RegencyPage():
            return "regency.html", context.regency(page, view)
        case p.RegencyWeek():
            return "regency-week.html", context.regency_week(page, view)
        case p.ProvincePage():
            return "province.html", context.province(page, view)
        case p.Listing():
            return "listing.html", context_names.listing(page, view)
        case p.ListingIndex():
            return "listings.html", context_names.listing_index(page, view)
        case p.MapPage():
            return "map.html", context_names.map_page(page, view)
        case p.CorrectionsPage():
            return "corrections.html", context_names.corrections(page, view)
        case p.SubscribePage():
            return "subscribe.html", context_names.subscribe(page, view)
        case p.DataPage():
            return "data.html", context_names.data(page, view)
        case p.PlainPage():
            return f"{page.name}.html", context_names.plain(page, view)
        case _:
            assert_never(page)
