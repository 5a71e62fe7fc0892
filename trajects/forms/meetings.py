"""What one fills in to plan a meeting. It looks like one form to `_error_summary.html`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.boundfield import BoundField
from django.forms.utils import from_current_timezone
from django.http import QueryDict
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from trajects.agenda import PROPOSALS
from trajects.entries import AgendaEntry, MeetingEntry
from trajects.forms.agenda import AgendaRows
from trajects.labels import STEP_NAMES
from trajects.models import Meeting
from trajects.queries.meetings import agenda_of
from trajects.steps import Key

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
USUAL_START = time(9)
Data = QueryDict | None


class DetailsForm(forms.Form):
    """The version is that of the meeting on the page; 0 for a new one."""

    title = LineField(
        label=_("Title"),
        max_length=length_of(Meeting, "title"),
        error_messages={"required": _("Give the meeting a title.")},
    )
    step = forms.ChoiceField(label=_("Step of the road"), choices=list(STEP_NAMES.items()))
    day = forms.DateField(
        label=_("Date"),
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
        # The calendar of the browser sends and reads dates in this one notation.
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Choose the date.")},
    )
    begins = forms.TimeField(
        label=_("Begins at"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"required": _("Choose when it begins.")},
    )
    ends = forms.TimeField(
        label=_("Ends at"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"required": _("Choose when it ends.")},
    )
    place = LineField(
        label=_("Place"),
        max_length=length_of(Meeting, "place"),
        required=False,
        help_text=_("A room, an address or a link to meet online."),
    )
    version = forms.IntegerField(
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.HiddenInput,
        error_messages={"required": _("This page is incomplete. Reload it and try again.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        day, begins, ends = (cleaned.get(name) for name in ("day", "begins", "ends"))
        if day and begins and ends:
            if ends <= begins:
                self.add_error("ends", _("The end comes after the beginning."))
            cleaned["starts_at"] = self._moment(day, begins, "begins")
            cleaned["ends_at"] = self._moment(day, ends, "ends")
        return cleaned

    def _moment(self, day: date, at: time, field: str) -> datetime | None:
        """An hour that the clock skips, or has twice, is refused."""
        try:
            moment: datetime = from_current_timezone(datetime.combine(day, at))
        except forms.ValidationError:
            self.add_error(field, _("The clock changes in this hour. Choose another one."))
            return None
        return moment

    @property
    def entry(self) -> MeetingEntry:
        fields = ("step", "title", "starts_at", "ends_at", "place")
        return MeetingEntry(**{field: self.cleaned_data[field] for field in fields})


class MeetingForm:
    """The details and the agenda. A button of the agenda sends the page as well: then nothing is
    kept, and the form comes back with the rows in another order, or with more of them."""

    def __init__(
        self, data: Data, *, initial: Mapping[str, Any], agenda: Sequence[AgendaEntry]
    ) -> None:
        self.is_sent = data is not None and not AgendaRows.is_rearranged(data)
        if data is not None and not self.is_sent:
            initial = {name: data.get(name, "") for name in DetailsForm.base_fields}
        self.details = DetailsForm(data if self.is_sent else None, initial=dict(initial))
        self.agenda = AgendaRows(data, agenda)

    def is_valid(self) -> bool:
        return self.is_sent and not self.errors

    @cached_property
    def non_field_errors(self) -> list[Any]:
        return list(self.details["version"].errors)

    @cached_property
    def errors(self) -> list[Any]:
        """Every wrong field, and what is wrong with the whole."""
        if not self.is_sent:
            return []
        wrong = [field for field in self.details.visible_fields() if field.errors]
        return [*self.non_field_errors, *wrong, *self.agenda.wrong_fields()]

    def __iter__(self) -> Iterator[BoundField]:
        return (field for field in self.errors if isinstance(field, BoundField))

    def show_version(self, version: int) -> None:
        """Sent again from now on, it replaces that version."""
        data = cast(QueryDict, self.details.data).copy()
        data["version"] = str(version)
        self.details.data = data


def new_meeting_form(data: Data, *, step: Key) -> MeetingForm:
    """With the proposal for that step."""
    proposal = PROPOSALS[step]
    begins = datetime.combine(EARLIEST, USUAL_START)
    initial = {
        "step": step,
        "title": proposal.title,
        "begins": begins.time(),
        "ends": (begins + timedelta(minutes=proposal.minutes)).time(),
        "version": 0,
    }
    return MeetingForm(data, initial=initial, agenda=proposal.agenda)


def meeting_form(data: Data, *, meeting: Meeting) -> MeetingForm:
    zone = get_current_timezone()
    starts_at, ends_at = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    initial = {
        "step": meeting.step,
        "title": meeting.title,
        "day": starts_at.date(),
        "begins": starts_at.time(),
        "ends": ends_at.time(),
        "place": meeting.place,
        "version": meeting.version,
    }
    return MeetingForm(data, initial=initial, agenda=agenda_of(meeting))


class TextForm(forms.Form):
    """A long text about a meeting that several people write: `shown` is how it was when the page
    was opened."""

    text = PlainTextField(
        max_length=length_of(Meeting, "report"), widget=forms.Textarea(attrs={"rows": 18})
    )
    shown = PlainTextField(widget=forms.HiddenInput, strip=False)

    def __init__(self, data: Data, *, label: Any, stored: str) -> None:
        super().__init__(data, initial={"text": stored, "shown": stored})
        self.stored = stored
        self.fields["text"].label = label

    def show_stored(self, stored: str) -> None:
        """Sent again from now on, it replaces that text."""
        data = cast(QueryDict, self.data).copy()
        data["shown"] = self.stored = stored
        self.data = data
