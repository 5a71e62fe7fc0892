from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DepartmentKind
from scans.models.taxonomy import Theme
from scans.models.versioned import QuestionnairePublished, Versioned, VersionedQuerySet

__all__ = [
    "ProfileFact",
    "Questionnaire",
    "QuestionnairePublished",
    "QuestionnaireTheme",
    "Statement",
    "Subtheme",
    "Variant",
]


class Variant(models.TextChoices):
    GOVERNMENT = "government", _("government")
    COMPANY = "company", _("company")


class QuestionnaireQuerySet(VersionedQuerySet):
    def newest_published(self, *, variant: str) -> "Questionnaire | None":
        return self.published().filter(variant=variant).order_by("-version").first()


class Questionnaire(Versioned):
    """One version of one variant: a draft until `published_at`, unchangeable from then on."""

    publication: ClassVar[str] = "published_at"

    variant = models.CharField(_("variant"), max_length=20, choices=Variant)
    version = models.PositiveIntegerField(_("version"))
    content_hash = models.CharField(_("content hash"), max_length=64, editable=False)
    fixed_names = models.JSONField(
        _("fixed names"),
        default=list,
        blank=True,
        help_text=_("Names that may hold “en”: the check for double claims passes over them."),
    )
    published_at = models.DateTimeField(_("published on"), null=True, blank=True)

    objects = QuestionnaireQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering = ("variant", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("variant", "version"), name="questionnaire_version_unique"
            ),
            models.CheckConstraint(
                condition=Q(variant__in=Variant.values), name="questionnaire_variant_known"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="questionnaire_version_from_one"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_variant_display()} {self.version}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class ProfileFact(Versioned):
    """A fact about the organisation that decides which statements it gets."""

    class Kind(models.TextChoices):
        YES_NO = "yes_no", _("yes or no")
        CHOICE = "choice", _("choice")

    questionnaire = models.ForeignKey(
        Questionnaire,
        on_delete=models.CASCADE,
        related_name="facts",
        verbose_name=_("questionnaire"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    code = models.SlugField(_("code"), max_length=40)
    question = models.CharField(_("question"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    options = models.JSONField(
        _("options"), default=list, blank=True, help_text=_("A list of {code, label}.")
    )
    help = models.TextField(_("help"))
    why = models.TextField(_("why we ask"))
    useful_in_themes = models.JSONField(
        _("useful in themes"), default=list, blank=True, help_text=_("Numbers of themes.")
    )

    class Meta:
        verbose_name = _("profile fact")
        verbose_name_plural = _("profile facts")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("questionnaire", "code"), name="fact_code_unique_in_questionnaire"
            ),
        )

    def __str__(self) -> str:
        return self.question


class QuestionnaireTheme(Versioned):
    """The texts of one theme in one version. `tracks`: {letter: name}; `words`: [{word, means}]."""

    questionnaire = models.ForeignKey(
        Questionnaire,
        on_delete=models.CASCADE,
        related_name="themes",
        verbose_name=_("questionnaire"),
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, verbose_name=_("theme"))
    scope = models.CharField(_("scope"), max_length=250)
    intro = models.TextField(_("introduction"))
    why = models.TextField(_("why it matters"))
    tracks = models.JSONField(_("tracks"), default=dict)
    words = models.JSONField(_("words"), default=list)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)

    class Meta:
        verbose_name = _("theme of a questionnaire")
        verbose_name_plural = _("themes of a questionnaire")
        ordering = ("theme__number",)
        constraints = (
            models.UniqueConstraint(
                fields=("questionnaire", "theme"), name="theme_once_in_questionnaire"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=9), name="theme_weight_1_to_9"
            ),
        )

    def __str__(self) -> str:
        return str(self.theme)


class Subtheme(Versioned):
    publication: ClassVar[str] = "questionnaire_theme__questionnaire__published_at"

    questionnaire_theme = models.ForeignKey(
        QuestionnaireTheme,
        on_delete=models.CASCADE,
        related_name="subthemes",
        verbose_name=_("theme"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    about = models.CharField(_("about"), max_length=200)

    class Meta:
        verbose_name = _("subtheme")
        verbose_name_plural = _("subthemes")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("questionnaire_theme", "code"), name="subtheme_code_unique_in_theme"
            ),
        )

    def __str__(self) -> str:
        return self.name


class StatementQuerySet(VersionedQuerySet):
    def asked(self, *, depth: str) -> "StatementQuerySet":
        """The statements a scan of this depth asks: the light ones, or all."""
        return self.filter(light=True) if depth == "light" else self.all()


class Statement(Versioned):
    """What an organisation says yes or no to: one theme, one step 1-5, one track a, b or c."""

    questionnaire = models.ForeignKey(
        Questionnaire,
        on_delete=models.CASCADE,
        related_name="statements",
        verbose_name=_("questionnaire"),
    )
    questionnaire_theme = models.ForeignKey(
        QuestionnaireTheme,
        on_delete=models.CASCADE,
        related_name="statements",
        verbose_name=_("theme"),
    )
    subtheme = models.ForeignKey(
        Subtheme, on_delete=models.RESTRICT, related_name="statements", verbose_name=_("subtheme")
    )
    code = models.SlugField(_("code"), max_length=40)
    step = models.PositiveSmallIntegerField(_("step"))
    track = models.CharField(_("track"), max_length=1)
    text = models.CharField(_("text"), max_length=300)
    help = models.TextField(_("help"))
    evidence = models.TextField(_("evidence"))
    example = models.TextField(_("example"))
    department_kind = models.ForeignKey(
        DepartmentKind, on_delete=models.PROTECT, verbose_name=_("who usually knows")
    )
    light = models.BooleanField(_("in the light scan"))
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    condition_fact = models.ForeignKey(
        ProfileFact,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("asked only with this fact"),
    )
    condition_values = models.JSONField(_("values of that fact"), default=list, blank=True)

    objects = StatementQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ("questionnaire_theme__theme__number", "step", "track")
        constraints = (
            models.UniqueConstraint(
                fields=("questionnaire", "code"), name="statement_code_unique_in_questionnaire"
            ),
            models.UniqueConstraint(
                fields=("questionnaire_theme", "step", "track"), name="statement_once_per_rung"
            ),
            models.CheckConstraint(
                condition=Q(step__gte=1, step__lte=5), name="statement_step_1_to_5"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=9), name="statement_weight_1_to_9"
            ),
            models.CheckConstraint(
                condition=Q(condition_fact__isnull=True, condition_values=[])
                | (Q(condition_fact__isnull=False) & ~Q(condition_values=[])),
                name="statement_condition_complete",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"
