"""An article of the newsroom as a plain value: what a crawl's record is compared with."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

WIB = timezone(timedelta(hours=7), "WIB")
OUTLET = "Warta Contoh"
SECTIONS = ("Daerah", "Ekonomi", "Budaya")

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@dataclass(frozen=True)
class Article:
    """One story: the facts a record must hold, then the habits of the page that shows it.

    A paragraph that opens with "## " is shown as a heading and one that opens with "- " as a list item.
    """

    slug: str
    title: str
    description: str
    published: datetime
    section: str
    paragraphs: tuple[str, ...]
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    place: str = "Kota Teladan"
    caption: str = ""
    paywalled: bool = False

    initials: str = ""
    """Printed in brackets after the last sentence; no part of the body."""
    read_also: tuple[str, ...] = ()
    """Slugs of the articles that "Baca juga" lines inside the body point to."""
    also_in: tuple[str, ...] = ()
    """Further sections that list the article."""
    second_page_from: int | None = None
    """The paragraph that opens page 2, for a story over two pages."""
    tracking: bool = False
    """Whether feed and section pages link to it with utm_ parameters."""
    json_ld: Literal["plain", "graph", "broken", "none"] = "plain"
    robots: str = ""
    """The text of its robots meta element, such as "noarchive"."""

    @property
    def path(self) -> str:
        """The address below the newsroom's own, without query."""
        return f"/{self.section.lower()}/{self.slug}/"

    @property
    def image(self) -> str:
        """The path of its photograph."""
        return f"/wp-content/uploads/{self.published:%Y/%m}/{self.slug}.jpg"

    @property
    def body(self) -> str:
        """The body a record must hold: every block's text, parted by one empty line."""
        return "\n\n".join(block.removeprefix("## ").removeprefix("- ") for block in self.paragraphs)

    @property
    def changed(self) -> datetime:
        """When it was last touched, as sitemaps and feeds say it."""
        return self.modified or self.published


def text(prose: str) -> tuple[str, ...]:
    """The paragraphs of a wrapped text, which empty lines part."""
    return tuple(" ".join(block.split()) for block in prose.strip().split("\n\n"))


def wib(moment: str) -> datetime:
    """A moment such as "2025-06-05 08:15" on the newsroom's clock."""
    return datetime.fromisoformat(moment).replace(tzinfo=WIB)


def printed(moment: datetime) -> str:
    """The date as the newsroom prints it, such as "Kamis, 5 Juni 2025 - 08:15 WIB"."""
    local = moment.astimezone(WIB)
    return f"{DAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]} {local:%Y - %H:%M} WIB"
