"""Days of demo data, counted from the day of loading."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

THURSDAY = 3  # when the second demo group meets


@dataclass(frozen=True)
class Days:
    """Days counted from today: before it when negative."""

    at: datetime

    def date(self, days: int) -> date:
        return localdate(self.at) + timedelta(days=days)

    def moment(self, days: int, hour: int = 10) -> datetime:
        return make_aware(datetime.combine(self.date(days), time(hour)))

    def in_week(self, days: int, *, weekday: int, hour: int) -> datetime:
        """On this day of the week of that day: nobody meets on a Sunday."""
        return self.moment(days + weekday - self.date(days).weekday(), hour)
