from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from accounts.fields import PlainTextField, length_of
from accounts.layouts import one_button
from scans.entries import Change, Entry
from scans.models import Depth, Reopening, Scan, Statement
from scans.models.answer import ANSWER_CHOICES, REASON_MAX_LENGTH, REMARK_MAX_LENGTH


class AnswerForm(forms.Form):
    """One statement on the theme page; the prefix is its code."""

    answer = forms.ChoiceField(
        choices=[("", ""), *ANSWER_CHOICES],
        required=False,
        error_messages={"invalid_choice": _("Choose yes, no, don’t know or not applicable.")},
    )
    interesting = forms.BooleanField(required=False)
    remark = PlainTextField(max_length=REMARK_MAX_LENGTH)
    reason = PlainTextField(max_length=REASON_MAX_LENGTH)
    version = forms.IntegerField(
        min_value=0,
        max_value=2**31 - 1,
        error_messages={"required": _("This page is incomplete. Reload it and answer again.")},
    )
    seen = forms.CharField(required=False, max_length=12)

    @property
    def entry(self) -> Entry:
        cleaned = self.cleaned_data
        return Entry(
            cleaned["answer"], cleaned["interesting"], cleaned["remark"], cleaned["reason"]
        )

    @property
    def typed(self) -> Entry:
        """What was sent, valid or not: the page shows it again."""
        return Entry(
            self["answer"].value() or "",
            bool(self["interesting"].value()),
            self["remark"].value() or "",
            self["reason"].value() or "",
        )

    @property
    def typed_version(self) -> int:
        return int(self.cleaned_data.get("version", 0))

    @property
    def typed_seen(self) -> str:
        return str(self.cleaned_data.get("seen", ""))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong, one sentence each."""
        return tuple(str(error) for errors in self.errors.values() for error in errors)

    @property
    def is_untouched(self) -> bool:
        return bool(self.cleaned_data["seen"] == self.entry.fingerprint)


class Submission:
    """The statements of one post, each with its form.

    `keep` is the choice of a person who was shown two versions: "mine:CODE:VERSION" replaces that
    version of somebody else, "theirs:CODE" drops what was typed.
    """

    def __init__(self, statements: Iterable[Statement], data: QueryDict) -> None:
        self._choice, self._chosen_code, self._overruled = self._parse(data.get("keep", ""))
        self.forms = {
            statement: AnswerForm(data, prefix=statement.code) for statement in statements
        }

    @staticmethod
    def _parse(keep: str) -> tuple[str, str, int | None]:
        choice, code, version = ([*keep.split(":"), "", "", ""])[:3]
        return choice, code, int(version) if version.isdecimal() and len(version) < 10 else None

    @property
    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms.values())

    def changes(self, *, one_by_one: bool = False) -> list[Change]:
        """What is valid and was really edited; a field nobody touched overwrites nothing.

        `one_by_one`: the post is an edit by itself, so that going back to what one saw first is
        compared with what is stored like every other edit.
        """
        return [
            Change(
                statement_pk=statement.pk,
                version=form.cleaned_data["version"],
                entry=form.entry,
                overrules=self._overruled if self._is_chosen(statement.code, "mine") else None,
            )
            for statement, form in self.forms.items()
            if form.is_valid()
            and (one_by_one or not form.is_untouched)
            and not self._is_chosen(statement.code, "theirs")
        ]

    def _is_chosen(self, code: str, choice: str) -> bool:
        return (self._choice, self._chosen_code) == (choice, code)


class StartForm(forms.Form):
    """`depth_labels` says what each depth asks: how many statements, how much time."""

    year = forms.IntegerField(
        label=_("Year"),
        help_text=_("The year in which you look at yourselves."),
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput(attrs={"class": "half"}),
    )

    def __init__(self, *args: Any, depth_labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        depths = [(depth, depth_labels[depth]) for depth in Depth.values]
        self.fields["depth"] = forms.ChoiceField(
            label=_("Which scan do you want to fill in?"), choices=depths, widget=forms.RadioSelect
        )
        self.order_fields(("depth", "year"))
        self.helper = one_button(Submit("start", _("Start the scan")))


class ReopenForm(forms.Form):
    reason = PlainTextField(
        label=_("Why do you open this scan again?"),
        help_text=_("Colleagues read this beside the scan."),
        required=True,
        max_length=length_of(Reopening, "reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("reopen", _("Open the scan again")))


class DeleteForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the organisation"), max_length=200, widget=forms.TextInput()
    )

    def __init__(self, *args: Any, scan: Scan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = scan.organisation.name
        self.fields["name"].help_text = _("Type “%(name)s” to confirm.") % {
            "name": escape(self.expected)  # crispy-forms prints help as markup
        }
        self.helper = one_button(
            Submit("delete", _("Delete the scan for good"), css_class="btn-danger")
        )

    def clean_name(self) -> str:
        typed = str(self.cleaned_data["name"])
        if typed.strip().casefold() != self.expected.casefold():
            raise forms.ValidationError(
                _("This is not the name. Nothing was deleted. Type “%(name)s”."),
                params={"name": self.expected},
            )
        return typed


class ExportForm(forms.Form):
    """Written out in `_export.html`: each format is a button."""

    format = forms.ChoiceField(choices=[(kind, kind) for kind in ("xlsx", "csv")])
    remarks = forms.BooleanField(required=False)


class ReportForm(forms.Form):
    """Who reads the document decides what may be in it: neither is, unless chosen."""

    names = forms.BooleanField(
        label=_("Names of colleagues"),
        help_text=_("Who finished the scan and who answered."),
        required=False,
    )
    remarks = forms.BooleanField(
        label=_("Remarks and reasons"),
        help_text=_("What colleagues wrote beside their answers."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._button = Submit("make", _("Make the document"))
        self.helper = one_button(self._button)

    def give_way(self) -> None:
        """Another button of the page comes first."""
        self._button.field_classes = "btn btn-secondary"
