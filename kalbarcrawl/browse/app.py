"""The web application: search, one article with its revisions, its record as JSON. No script, no cookie, read only."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlencode

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from kalbarcrawl.browse.changes import difference, shown
from kalbarcrawl.browse.manners import Manners
from kalbarcrawl.browse.search import LAST_PAGE, Asked, Found, SlowError, Sort, contents, reading, search, sections
from kalbarcrawl.browse.words import QueryError
from kalbarcrawl.look import environment, style
from kalbarcrawl.store import Store
from kalbarcrawl.store.history import History, history_by_id
from kalbarcrawl.store.removals import LeftOut, tombstones

ELSEWHERE = ("title", "description", "body", "images")
"""Fields of a record that its page shows outside the table."""


class RequestError(ValueError):
    """The address asks for what cannot be; the message says why."""


def application(store: Store, index: Path, titles: Mapping[str, str], listening: str) -> Starlette:
    """The application over a store and the index made from it, served at the host `listening`.

    `titles` says what publishers call themselves, by name.
    """
    pages = Pages(store, index, titles)
    return Starlette(
        routes=[
            Route("/", pages.search),
            Route("/article/{id}.json", pages.record),
            Route("/article/{id}", pages.article),
            Route("/article/{id}/{revision:int}", pages.article),
            Route("/style.css", pages.style),
        ],
        middleware=[Middleware(Manners, listening=listening)],
        exception_handlers={
            HTTPException: pages.refused,
            SlowError: pages.unable,
            sqlite3.Error: pages.unable,
            SQLAlchemyError: pages.unable,
        },
    )


class Pages:
    """What is answered; each request opens the index anew, so it may be replaced meanwhile."""

    def __init__(self, store: Store, index: Path, titles: Mapping[str, str]) -> None:
        self.store = store
        self.index = index
        self.templates = environment("browse")
        self.templates.globals |= {"titles": titles, "shown": shown}
        self.sheet = style()

    def search(self, request: Request) -> Response:
        """The search form, and a page of what it finds."""
        problem = ""
        try:
            asked = asked_by(request.query_params)
        except RequestError as error:
            asked, problem = replace(Asked(), text=request.query_params.get("q", "")), str(error)
        found = Found((), 0, more=False)
        with reading(self.index) as index:
            there = contents(index)
            names = sections(index, asked.publisher)
            try:
                found = found if problem else search(index, asked)
            except QueryError as error:
                problem = str(error)
        left_out = LeftOut(tombstones(self.store))
        records = {hit: {"id": hit.id, "publisher": hit.publisher, "url": None} for hit in found.hits}
        return self._page(
            "search.html",
            400 if problem else 200,
            asked=asked,
            found=found,
            hits=[hit for hit, record in records.items() if not left_out.covers(record)],
            problem=problem,
            there=there,
            sections=names,
            last_page=min(found.pages, LAST_PAGE),
            link=lambda **changes: link(asked, **changes),
        )

    def article(self, request: Request) -> Response:
        """One revision of an article, beside the others, and what changed in it."""
        history = self._history(request)
        revisions = history.revisions
        number = request.path_params.get("revision", revisions[-1].revision)
        place = next((place for place, one in enumerate(revisions) if one.revision == number), None)
        if place is None:
            raise HTTPException(404, f"Of this article {len(revisions)} revisions are kept, not number {number}.")
        steps = (None, *map(difference, revisions, revisions[1:]))
        article = revisions[place]
        return self._page(
            "article.html",
            article=article,
            fields={name: value for name, value in asdict(article).items() if name not in ELSEWHERE},
            history=history,
            steps=list(zip(revisions, steps, strict=True)),
            change=steps[place],
            newest=revisions[-1],
        )

    def record(self, request: Request) -> Response:
        """The newest record, as its line in a dataset."""
        return Response(self._history(request).revisions[-1].to_json() + "\n", media_type="application/json")

    def style(self, request: Request) -> Response:
        """The style sheet."""
        return Response(self.sheet, media_type="text/css")

    def refused(self, request: Request, error: Exception) -> Response:
        """The answer where there is nothing."""
        status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (404, str(error))
        title = "Left out" if status == 410 else "Not found"
        return self._page("message.html", status, title=title, text=detail)

    def unable(self, request: Request, error: Exception) -> Response:
        """The answer where index or store cannot be read now."""
        text = str(error) if isinstance(error, SlowError) else f"The corpus cannot be read just now: {error}"
        return self._page("message.html", 503, title="Not now", text=text)

    def _history(self, request: Request) -> History:
        """The article a request names. Raises HTTPException where there is none, or it is left out by request."""
        history = history_by_id(self.store, request.path_params["id"])
        if history is None or not history.revisions:
            raise HTTPException(404, "No article is kept under this identifier.")
        left_out = LeftOut(tombstones(self.store))
        if any(left_out.covers(vars(one)) for one in history.revisions):
            raise HTTPException(410, "This article was left out of the corpus at somebody's request.")
        return history

    def _page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        return HTMLResponse(self.templates.get_template(template).render(values), status)


def asked_by(query: Mapping[str, str]) -> Asked:
    """What a query string asks for. Raises RequestError where it cannot be read."""
    sort, page = query.get("sort") or None, query.get("page") or "1"
    if sort not in (None, *get_args(Sort)):
        raise RequestError(f"Hits are sorted by {', '.join(get_args(Sort))}, not by {sort!r}.")
    if not (page.isascii() and page.isdigit() and len(page) < 6 and 1 <= int(page) <= LAST_PAGE):
        raise RequestError(f"Pages are numbered from 1 to {LAST_PAGE}; narrow the search, or export what you need.")
    return Asked(
        text=query.get("q", "").strip(),
        publisher=query.get("publisher") or None,
        section=query.get("section") or None,
        since=_day(query.get("since"), "From"),
        until=_day(query.get("until"), "To"),
        sort=cast(Sort | None, sort),
        page=int(page),
    )


def link(asked: Asked, **changes: Any) -> str:
    """The address of a search like this one but for some changes."""
    other = replace(asked, **changes)
    values = {
        "q": other.text,
        "publisher": other.publisher,
        "section": other.section,
        "since": other.since,
        "until": other.until,
        "sort": other.sort,
        "page": other.page if other.page > 1 else None,
    }
    given = {name: value for name, value in values.items() if value}
    return f"/?{urlencode(given)}" if given else "/"


def _day(text: str | None, name: str) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RequestError(f"{name}: write a day as 2024-12-31, not {text!r}.") from error
