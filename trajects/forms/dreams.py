"""What somebody writes as a dream image, and until when the group may."""

from datetime import date
from typing import Any, cast

from crispy_forms.layout import Submit
from django import forms
from django.core.validators import MaxValueValidator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.errors import PictureRefusal, PictureRefused
from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from trajects.dream_pictures import redrawn_picture
from trajects.dreams import points_of
from trajects.entries import DreamEntry
from trajects.forms.ticks import Ticks
from trajects.models import Candidate, DreamCollection, DreamImage
from trajects.models.candidate import CandidateQuerySet

LATEST = date(2099, 12, 31)
NAMED, NAMELESS = "named", "nameless"
NAMES = ((NAMED, _("With my name")), (NAMELESS, _("Without a name")))
PICTURES: dict[PictureRefusal, Promise] = {
    PictureRefusal.SVG: _(
        "An SVG file can hold more than a picture, so we do not take it. Save it as PNG or JPEG "
        "and choose that file."
    ),
    PictureRefusal.OTHER_KIND: _("This is not a PNG or JPEG file. Choose another picture."),
    PictureRefusal.TOO_HEAVY: _("This picture is larger than 8 MB. Choose a smaller version."),
    PictureRefusal.TOO_LARGE: _("This picture has too many pixels. Choose a smaller version."),
    PictureRefusal.BROKEN: _("This picture is damaged. Save it again and choose that file."),
}


class ThemeTicks(Ticks):
    """Themes are in Dutch whatever the language of the page."""

    def label_from_instance(self, obj: Candidate) -> str:
        return format_html('<span lang="nl">{}</span>', obj.full_name)


class DreamForm(forms.Form):
    """`themes`: what the group chose. With `dream` it changes that one, else it asks whether the
    name of who writes belongs to it. A file does not stay in a form that comes back."""

    themes = ThemeTicks(
        Candidate.objects.none(),
        label=_("Which theme is it about?"),
        help_text=_("One, or several."),
        error_messages={
            "required": _("Tick at least one theme."),
            "invalid_choice": _("The group no longer works on one of these themes. Tick again."),
        },
    )
    text = PlainTextField(
        label=_("What would you like to see?"),
        help_text=_(
            "One thought on a line. What hangs under a thought begins with a dash. No thought is "
            "too big."
        ),
        max_length=length_of(DreamImage, "text"),
        required=True,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Write what you would like to see. One sentence is enough."),
            "max_length": _(
                "This text has %(show_value)d characters. There is room for %(limit_value)d. "
                "Shorten it; nothing was lost."
            ),
        },
    )
    picture = forms.FileField(
        label=_("A picture"),
        help_text=_("PNG or JPEG, at most 8 MB. We keep only the picture, not where or when."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    picture_alt = LineField(
        label=_("What does the picture show?"),
        help_text=_("In a few words, for who does not see it."),
        max_length=length_of(DreamImage, "picture_alt"),
        required=False,
    )
    no_picture = forms.BooleanField(label=_("Take the picture away"), required=False)
    name = forms.ChoiceField(
        label=_("Is your name shown with it?"),
        help_text=_(
            "Without a name we keep neither who wrote it nor when. So you cannot change it or "
            "take it back after sending. It is shown once the box is opened."
        ),
        choices=NAMES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose: with your name, or without.")},
    )
    version = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    def __init__(
        self,
        *args: Any,
        themes: CandidateQuerySet,
        dream: DreamImage | None = None,
        button: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dream = dream
        self.fields["themes"].queryset = themes  # type: ignore[attr-defined]
        if dream:
            del self.fields["name"]
        else:
            del self.fields["version"]
        if not (dream and dream.picture):
            del self.fields["no_picture"]
        self.helper = one_button(Submit("send", button))
        self.helper.attrs["class"] = "dream-form"

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not points_of(text):
            words = self.fields["text"].error_messages["required"]
            raise forms.ValidationError(words, code="required")
        return text

    def clean_picture(self) -> bytes | None:
        file = self.cleaned_data["picture"]
        if not file:
            return None
        try:
            return redrawn_picture(file)
        except PictureRefused as refused:
            raise forms.ValidationError(str(PICTURES[refused.reason])) from refused

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("no_picture") and not cleaned.get("picture"):
            cleaned["picture"] = b""
        if self._has_picture(cleaned) and cleaned.get("picture_alt") == "":
            words = _("Write in a few words what the picture shows.")
            self.add_error("picture_alt", forms.ValidationError(words, code="required"))
        return cleaned

    @property
    def entry(self) -> DreamEntry:
        cleaned = self.cleaned_data
        return DreamEntry(
            text=cleaned["text"],
            themes=frozenset(theme.pk for theme in cleaned["themes"]),
            picture=cleaned["picture"],
            picture_alt=cleaned["picture_alt"] if self._has_picture(cleaned) else "",
        )

    @property
    def is_nameless(self) -> bool:
        return self.cleaned_data.get("name") == NAMELESS

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["version"] or 0)

    @property
    def lost_picture(self) -> bool:
        """A file was chosen, and the form comes back without it."""
        return self.is_bound and bool(self.files.get("picture"))

    def show_version(self, version: int) -> None:
        """Sent again from now on, what was typed replaces that."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data

    def _has_picture(self, cleaned: dict[str, Any]) -> bool:
        picture = cleaned.get("picture")
        kept = bool(self.dream and self.dream.picture)
        return bool(picture) if picture is not None else kept


def initial_of(dream: DreamImage) -> dict[str, Any]:
    """What the form shows of what is stored."""
    return {
        "text": dream.text,
        "themes": list(dream.places.values_list("candidate", flat=True)),
        "picture_alt": dream.picture_alt,
        "version": dream.version,
    }


class CollectionForm(forms.Form):
    """`today`: the collection is open today at least."""

    last_day = forms.DateField(
        label=_("Open through"),
        help_text=_("Often this is the day before the next meeting."),
        validators=[MaxValueValidator(LATEST)],
        # The calendar of the browser sends and reads dates in this one notation.
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "half"}),
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("Write a date, such as 2027-03-31."),
        },
    )
    invitation = PlainTextField(
        label=_("What you ask"),
        help_text=_("Stands above the form. Leave it empty for our words."),
        max_length=length_of(DreamCollection, "invitation"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        collection: DreamCollection | None,
        today: date,
        button: Any,
    ) -> None:
        stored = collection or DreamCollection(version=0)
        names = ("last_day", "invitation", "version")
        super().__init__(data, initial={name: getattr(stored, name) for name in names})
        if stored.last_day and stored.last_day < today:
            self.initial["last_day"] = None  # who opens it again chooses another day
        self.today = today
        self.helper = one_button(Submit("open", button))

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < self.today:
            raise forms.ValidationError(_("Choose today or a later day."))
        return day

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["version"] or 0)

    def show_version(self, version: int) -> None:
        """Sent again from now on, it replaces what is stored."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data
