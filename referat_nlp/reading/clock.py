"""Dates and times of the data formats, in Danish local time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_DANISH = re.compile(r"^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[T ]+(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?)?$")
_DOT_NET = re.compile(r"^/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/$")


def local_date_time(value: object) -> tuple[str | None, str | None]:
    """A date and a clock time, as the data contract writes them.

    Args:
        value: What the format holds: ISO 8601 with or without an offset, '05-03-2024 16:30:00', '/Date(…)/'.

    Returns:
        ``YYYY-MM-DD`` and ``HH:MM``; None for what is not told, both None for what is no date. Times in UTC
        become Danish time; those with another offset are local already. Midnight is no time that a
        meeting begins.
    """
    if not isinstance(value, str):
        return None, None
    moment, has_time = _parse(value.strip())
    if moment is None or moment.year < 1900:
        return None, None
    clock = moment.strftime("%H:%M") if has_time else None
    return moment.strftime("%Y-%m-%d"), None if clock == "00:00" else clock


def _parse(value: str) -> tuple[datetime | None, bool]:
    try:
        if match := _ISO.match(value):
            year, month, day, hour, minute, offset = match.groups()
            moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
            is_utc = offset is not None and offset.strip("Z+-:0") == ""
            return (_to_danish(moment.replace(tzinfo=UTC)) if is_utc else moment), hour is not None
        if match := _DANISH.match(value):
            day, month, year, hour, minute = match.groups()
            return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0)), hour is not None
        if match := _DOT_NET.match(value):
            return _to_danish(datetime.fromtimestamp(int(match[1]) / 1000, UTC)), True
    except (ValueError, OverflowError, OSError):
        pass
    return None, False


def _to_danish(moment: datetime) -> datetime:
    """UTC to Danish time by the rule in force since 1996, which spares the need for a time zone database."""
    begin, end = _last_sunday(moment.year, 3), _last_sunday(moment.year, 10)
    hours = 2 if begin <= moment < end else 1
    return moment.astimezone(timezone(timedelta(hours=hours)))


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
