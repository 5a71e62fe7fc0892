"""What a moderator fills in around a session."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.fields import PlainTextField, length_of
from trajects.forms.ticks import NUMBER, Ticks
from trajects.measuring import MEASURING_WORDS
from trajects.models import Candidate, LiveSession, Seat, ThemeNote, VotingRound
from trajects.pages.ballot import ballot_of
from trajects.stages import Stage
from trajects.voting import (
    DEFAULT_MINIMUM,
    FEWEST_ON_PAPER,
    LOWEST_MINIMUM,
    QUESTIONS,
    Item,
)


class MoveForm(forms.Form):
    """A button of the desk: to a screen, or to a theme. `moves` is what the
    page was drawn with."""

    moves = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    stage = forms.ChoiceField(choices=[(one.value, one.value) for one in Stage])
    page = forms.IntegerField(min_value=1, max_value=999, required=False)

    def __init__(self, *args: Any, session: LiveSession) -> None:
        super().__init__(*args)
        self.fields["candidate"] = forms.ModelChoiceField(
            Candidate.objects.filter(traject=session.traject_id), required=False
        )


class ThemeNoteForm(forms.Form):
    """`version` is that of the note as the page showed it; 0 when there was none."""

    text = PlainTextField(
        label=_("Your notes about this theme"),
        max_length=length_of(ThemeNote, "text"),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, candidate: Candidate) -> None:
        stored = note_of(candidate)
        super().__init__(data, initial={"text": stored.text, "version": stored.version})

    def show_stored(self, stored: ThemeNote) -> None:
        """Sent again from now on, it replaces that version."""
        text = self.data.get("text", "")
        self.data = {**self.data, "text": text, "version": str(stored.version)}


def note_of(candidate: Candidate) -> ThemeNote:
    """An empty one while nobody wrote anything."""
    return getattr(candidate, "note", None) or ThemeNote(candidate=candidate, version=0)


class RoundForm(forms.Form):
    """What is voted on, by whom, and with how many votes at least. `shown` are the people on the
    page, so that nobody is on the roll whom the moderator did not see there."""

    minimum = forms.IntegerField(
        label=_("How many votes at least"),
        help_text=_(
            "With fewer votes the round does not count, so that nobody's vote can be guessed."
        ),
        min_value=LOWEST_MINIMUM,
        max_value=999,
        widget=forms.NumberInput(attrs={"class": "half"}),
        error_messages={
            "required": _("Fill in a number."),
            "invalid": _("Fill in a number."),
            "min_value": _("At least %(limit_value)s, or a vote could be guessed."),
        },
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        *,
        session: LiveSession,
        seats: Sequence[Seat],
        candidates: Sequence[Candidate],
    ) -> None:
        least = max(LOWEST_MINIMUM, min(DEFAULT_MINIMUM, len(seats)))
        super().__init__(data, initial={"minimum": least})
        self.known = _items(session, candidates)
        if not session.about.is_measurement:
            self.fields["items"] = forms.MultipleChoiceField(
                label=_("What is voted on"),
                choices=[(item.key, item.name) for item in self.known],
                initial=[item.key for item in self.known],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Choose at least one theme.")},
            )
            self.order_fields(("items", "minimum", "shown"))
        self.seats = seats

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        minimum = cleaned.get("minimum")
        if minimum and minimum > len(self.seats):
            self.add_error("minimum", _("More than the people who may vote."))
        return cleaned

    @property
    def may_open(self) -> bool:
        """There is something to vote on, and enough people who vote."""
        return bool(self.known) and len(self.seats) >= LOWEST_MINIMUM

    @property
    def items_field(self) -> BoundField | None:
        """A measurement asks all its questions."""
        return self["items"] if "items" in self.fields else None

    @property
    def items(self) -> list[Item]:
        chosen = self.cleaned_data.get("items", [item.key for item in self.known])
        return [item for item in self.known if item.key in chosen]

    @property
    def now_shown(self) -> str:
        """Those of the page as it is now, also when it is drawn a second time."""
        return " ".join(str(seat.pk) for seat in self.seats)

    @property
    def agreed_to(self) -> Collection[int]:
        return [int(pk) for pk in self.cleaned_data["shown"].split() if NUMBER.fullmatch(pk)]


def _items(session: LiveSession, candidates: Iterable[Candidate]) -> list[Item]:
    if not session.about.has_rounds:
        return []
    if session.about.is_measurement:
        words = [(key, MEASURING_WORDS[key]) for key in QUESTIONS]
        return [Item(key, str(own.question), str(own.short)) for key, own in words]
    return [Item(f"k{one.pk}", one.full_name, one.short_name) for one in candidates]


class PaperSeatsForm(forms.Form):
    """For whom ballots on paper are entered. Everybody on the roll stands in it, so that it does
    not tell who voted."""

    seat = Ticks(
        Seat.objects.none(),
        label=_("Who voted on paper"),
        error_messages={"required": _("Choose who voted on paper.")},
    )

    def __init__(self, data: Any, *, voting_round: VotingRound) -> None:
        super().__init__(data)
        on_roll = Seat.objects.filter(roll__round=voting_round).with_people()
        self.fields["seat"].queryset = on_roll  # type: ignore[attr-defined]

    def clean_seat(self) -> list[Seat]:
        seats = list(self.cleaned_data["seat"])
        if len(seats) < FEWEST_ON_PAPER:
            raise forms.ValidationError(
                _("Enter at least %(fewest)s together: one alone could be told apart."),
                params={"fewest": FEWEST_ON_PAPER},
            )
        return seats


class PaperBallotsForm(forms.Form):
    """As many ballots as seats, in any order. What is left open is no opinion."""

    def __init__(self, data: Any, *, voting_round: VotingRound, many: int) -> None:
        super().__init__(data)
        self.voting_round, self.many = voting_round, many
        ballot = ballot_of(voting_round)
        for number in range(many):
            for item in ballot.items:
                self.fields[f"{number}-{item.key}"] = forms.ChoiceField(
                    label=item.name,
                    choices=[
                        (one.figure, one.words if one.is_none else one.figure)
                        for one in item.options
                    ],
                    required=False,
                    widget=forms.RadioSelect,
                )

    @cached_property
    def papers(self) -> list[list[Any]]:
        """The fields of each ballot."""
        keys = self.voting_round.keys
        return [[self[f"{number}-{key}"] for key in keys] for number in range(self.many)]

    @property
    def ballots(self) -> list[dict[str, str]]:
        keys = self.voting_round.keys
        cleaned = self.cleaned_data
        return [{key: cleaned[f"{n}-{key}"] for key in keys} for n in range(self.many)]
