"""pytest's fixture: one Chromium a module, skipped where it is missing."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """A running Chromium, shared by the tests of a module: while it runs, its loop keeps others from running theirs."""
    lacking = [] if CHROMIUM.exists() else ["chromium"]
    lacking += [] if importlib.util.find_spec("playwright") else ["playwright"]
    if lacking:
        reason = f"needs {', '.join(lacking)}: run .ci/install-chromium and pip install playwright"
        if os.environ.get("KALBARCRAWL_REQUIRE_INTEGRATION") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    from tests.browser.browser import started

    with sync_playwright() as playwright:
        browser = started(playwright)
        yield browser
        browser.close()
