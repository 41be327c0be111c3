"""Which of a page's dates is the article's: the order of trust, and the traps real pages set."""

from __future__ import annotations

from datetime import datetime

from kalbarcrawl.dates import Candidate, Moment, choose, published_and_modified
from kalbarcrawl.dates.choose import Origin

FETCHED = datetime.fromisoformat("2020-07-20T09:00:00+07:00")


def chosen(
    *candidates: tuple[Origin, str], trust_z: bool = True, reference: datetime | None = FETCHED
) -> Moment | None:
    found = [Candidate(raw, origin) for origin, raw in candidates]
    return choose(found, zone="Asia/Jakarta", trust_z=trust_z, reference=reference)


def test_the_most_trusted_origin_speaks_first() -> None:
    moment = chosen(
        ("address", "https://example.id/2020/07/09/x"),
        ("byline", "Kamis, 9 Juli 2020 07:30 WIB"),
        ("listing", "Thu, 09 Jul 2020 07:28:00 +0700"),
        ("meta", "2020-07-09T07:27:00+07:00"),
        ("json_ld", "2020-07-09T07:26:05+07:00"),
    )
    assert str(moment) == "2020-07-09T07:26:05+07:00"
    assert moment is not None
    assert moment.flags == ()


def test_the_next_origin_speaks_where_the_first_is_unreadable() -> None:
    assert str(chosen(("json_ld", "kemarin dulu sekali"), ("byline", "Kamis 9 Juli 2020"))) == "2020-07-09"
    assert chosen(("json_ld", ""), ("byline", "Redaksi")) is None
    assert chosen() is None


def test_a_constant_fake_in_a_template_loses_against_two_that_agree() -> None:
    fake: tuple[Origin, str] = ("meta", "2014-07-13T20:07:27.8200000")
    byline: tuple[Origin, str] = ("byline", "Kamis 09 Juli 2020 07:26 WIB")
    address: tuple[Origin, str] = ("address", "https://economy.example.com/read/2020/07/08/320/2243366/x")
    assert str(chosen(fake, byline, address)) == "2020-07-09T07:26:00+07:00"
    assert str(chosen(fake, ("meta", "2020-07-09T07:26:05+07:00"), byline)) == "2020-07-09T07:26:05+07:00"


def test_a_trusted_date_that_one_other_contradicts_is_kept_and_flagged() -> None:
    moment = chosen(("meta", "2014-07-13T20:07:27"), ("address", "https://example.id/2020/07/08/x"))
    assert moment is not None
    assert (str(moment), moment.flags) == ("2014-07-13T20:07:27+07:00", ("disputed",))


def test_today_in_the_page_head_does_not_win() -> None:
    head: tuple[Origin, str] = ("byline", "Senin, 20 Juli 2020")
    assert str(chosen(head, ("byline", "Rabu, 8 Juli 2020"))) == "2020-07-08"
    assert str(chosen(head, ("byline", "Rabu, 8 Juli 2020 21:04 WIB"), reference=None)) == "2020-07-08T21:04:00+07:00"
    assert str(chosen(head, ("address", "https://example.id/2020/07/08/x"))) == "2020-07-08"
    assert str(chosen(head)) == "2020-07-20"  # an article of the day prints the same


def test_utc_in_json_ld_beside_local_meta_is_one_instant() -> None:
    moment = chosen(("json_ld", "2020-07-09T14:34:19+00:00"), ("meta", "2020-07-09 21:34:19"))
    assert moment is not None
    assert (str(moment), moment.flags) == ("2020-07-09T14:34:19+00:00", ())


def test_a_z_that_is_off_by_the_zone_was_false() -> None:
    moment = chosen(("meta", "2020-07-09T10:08:58Z"), ("byline", "Kamis, 09/07/2020 10:08 WIB"))
    assert moment is not None
    assert (str(moment), moment.flags) == ("2020-07-09T10:08:58+07:00", ("false_zone",))


def test_a_z_that_a_printed_time_confirms_is_true() -> None:
    moment = chosen(("json_ld", "2020-07-09T02:10:56Z"), ("byline", "on 9 Jul 2020 at 09:10 WIB"))
    assert moment is not None
    assert (str(moment), moment.flags) == ("2020-07-09T02:10:56+00:00", ())


def test_a_publisher_s_false_z_needs_no_witness() -> None:
    assert str(chosen(("meta", "2020-07-09T10:08:58Z"), trust_z=False)) == "2020-07-09T10:08:58+07:00"


def test_a_bare_day_takes_the_time_of_another_origin_on_that_day() -> None:
    assert str(chosen(("json_ld", "2020-07-09"), ("byline", "9 Juli 2020 07:26"))) == "2020-07-09T07:26:00+07:00"
    midnight: tuple[Origin, str] = ("json_ld", "2020-07-09T00:00:00+07:00")
    assert str(chosen(midnight, ("byline", "9 Juli 2020 07:26"))) == "2020-07-09T07:26:00+07:00"
    assert str(chosen(midnight, ("byline", "10 Juli 2020 07:26"))) == "2020-07-09T00:00:00+07:00"


def test_a_bare_minute_takes_the_seconds_of_another_origin() -> None:
    listing: tuple[Origin, str] = ("listing", "Kamis, 9 Juli 2020 07:26 WIB")
    assert str(chosen(listing, ("byline", "2020-07-09 07:26:05"))) == "2020-07-09T07:26:05+07:00"
    assert str(chosen(listing, ("byline", "2020-07-09 07:31:05"))) == "2020-07-09T07:26:00+07:00"


def test_a_printed_time_is_better_than_hours_ago() -> None:
    ago: tuple[Origin, str] = ("listing", "2 jam lalu")
    assert str(chosen(ago, ("byline", "Senin, 20 Juli 2020 06:41 WIB"))) == "2020-07-20T06:41:00+07:00"
    assert str(chosen(ago, ("address", "https://example.id/2020/07/20/x"))) == "2020-07-20T07:00:00+07:00"


def test_a_date_after_the_fetch_is_no_testimony() -> None:
    assert str(chosen(("meta", "2020-08-09T07:26:05+07:00"), ("byline", "9 Juli 2020"))) == "2020-07-09"
    assert chosen(("meta", "2020-08-09T07:26:05+07:00")) is None
    assert str(chosen(("meta", "2020-07-20T20:00:00+07:00"))) == "2020-07-20T20:00:00+07:00"  # a clock in another zone


def test_epoch_zero_is_no_date() -> None:
    assert chosen(("listing", "Thu, 01 Jan 1970 07:00:00 +0700"), ("meta", "1970-01-01T00:00:00Z")) is None
    assert str(chosen(("meta", "1970-01-01"), ("byline", "9 Juli 2020"))) == "2020-07-09"


def test_a_date_before_the_web_is_somebody_s_default() -> None:
    assert chosen(("meta", "1900-01-01T00:00:00")) is None


def test_a_fetch_time_without_zone_is_the_publisher_s() -> None:
    assert str(chosen(("listing", "2 jam lalu"), reference=FETCHED.replace(tzinfo=None))) == "2020-07-20T07:00:00+07:00"


def both(published: str, modified: str) -> tuple[Moment | None, Moment | None]:
    return published_and_modified(
        [Candidate(published, "json_ld")], [Candidate(modified, "json_ld")], zone="Asia/Jakarta", reference=FETCHED
    )


def test_a_modification_before_the_publication_is_kept_and_flagged() -> None:
    published, modified = both("2020-07-09T18:33:13+07:00", "2020-07-09T18:30:00+07:00")
    assert str(published) == "2020-07-09T18:33:13+07:00"
    assert modified is not None
    assert (str(modified), modified.flags) == ("2020-07-09T18:30:00+07:00", ("before_published",))


def test_a_modification_on_the_day_of_publication_is_in_order() -> None:
    _, modified = both("2020-07-09T18:33:13+07:00", "2020-07-09")
    assert modified is not None
    assert modified.flags == ()


def test_either_date_may_be_missing() -> None:
    published, modified = both("2020-07-09", "")
    assert str(published) == "2020-07-09"
    assert modified is None
