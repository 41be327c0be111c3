"""Pages as a person sees them: opened in Chromium at a width and in a scheme, with what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright, Route

PROGRAM = "/usr/bin/chromium"
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-default-browser-check"),
    *("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-domain-reliability"),
)
"""No traffic of Chromium's own: no updates, no lookups, no name but 127.0.0.1."""
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
"""Width and height of what pages are shown on, in CSS pixels."""
Scheme = Literal["light", "dark"]

UNLABELLED = """() => [...document.querySelectorAll('input, select, textarea')]
    .filter(e => e.type !== 'hidden' && !e.labels.length && !e.getAttribute('aria-label')).map(e => e.outerHTML)"""
UNSCOPED = "() => [...document.querySelectorAll('th:not([scope])')].map(e => e.outerHTML)"
TOO_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"
FAINT = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => { const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || e.closest('.skip') || !e.getClientRects().length) continue;
    const ink = e.namespaceURI.endsWith('svg') ? getComputedStyle(e).fill : getComputedStyle(e).color;
    const [a, b] = [light(parts(ink)), light(ground(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) found.push(((a + .05) / (b + .05)).toFixed(2) + ' ' + e.outerHTML.slice(0, 120));
  }
  return found;
}"""
"""Text whose contrast with what it stands on is below 4.5, as Chromium computed both."""


@dataclass
class Seen:
    """An open page, and all that went wrong since it was opened."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    """Errors on the console and in scripts, requests that failed or led away from loopback."""

    def faults(self) -> list[str]:
        """What is wrong with the page as it is now; [] where nothing is."""
        self.page.wait_for_load_state()
        ask = self.page.evaluate
        found = [*self.complaints]
        found += [f"has no label: {one}" for one in ask(UNLABELLED)]
        found += [f"has no scope: {one}" for one in ask(UNSCOPED)]
        found += [f"is faint: {one}" for one in ask(FAINT)]
        if (wider := ask(TOO_WIDE)) > 0:
            found.append(f"is {wider} pixels wider than the window")
        if not ask("() => document.documentElement.lang && document.title"):
            found.append("has no lang or no title")
        if ask("() => document.querySelectorAll('h1').length") != 1:
            found.append("has not one h1")
        if ask("() => document.scripts.length"):
            found.append("runs scripts")
        return found


def started(playwright: Playwright) -> Browser:
    """Chromium, without a screen."""
    return playwright.chromium.launch(executable_path=PROGRAM, headless=True, args=list(QUIET))


@contextmanager
def seen(browser: Browser, width: str = "desktop", scheme: Scheme = "light", **options: Any) -> Iterator[Seen]:
    """An empty page of that width and scheme, closed when the block ends."""
    across, down = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": across, "height": down}, color_scheme=scheme, service_workers="block", **options
    )
    page = context.new_page()
    one = Seen(page)

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname in ("127.0.0.1", None):
            route.continue_()
        else:
            one.complaints.append(f"asked for {route.request.url}")
            route.abort()

    page.route("**/*", guard)
    page.on("console", lambda said: one.complaints.extend([f"console: {said.text}"] * (said.type == "error")))
    page.on("pageerror", lambda error: one.complaints.append(f"script: {error}"))
    page.on("requestfailed", lambda request: one.complaints.append(f"failed: {request.url}"))
    page.set_default_timeout(20_000)
    try:
        yield one
    finally:
        context.close()
