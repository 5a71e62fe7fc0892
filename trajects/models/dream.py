import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from trajects.models.candidate import Candidate
from trajects.models.live_session import Seat
from trajects.models.participant import Participant
from trajects.models.traject import Traject


class DreamCollection(models.Model):
    """The template in which members write: open through the last day, unless closed before."""

    traject = models.OneToOneField(
        Traject,
        on_delete=models.CASCADE,
        related_name="dream_collection",
        verbose_name=_("traject"),
    )
    opened_at = models.DateTimeField(_("opened on"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("opened by"),
    )
    last_day = models.DateField(_("open through"))
    # What the moderator asks, above the form.
    invitation = models.TextField(_("what you ask"), max_length=1_000, blank=True)
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("collection of dream images")
        verbose_name_plural = _("collections of dream images")
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="dream_collection_closed_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return str(self.traject)


class DreamBox(models.Model):
    """What was sent without a name and is not shown yet: ONE row, its bag sorted by its content and
    written anew as a whole. So nothing tells who sent what, when, or in which order
    (docs/dreams.md). Each entry of the bag is a `dreams.Nameless` as a list."""

    traject = models.OneToOneField(
        Traject,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="dream_box",
        verbose_name=_("traject"),
    )
    bag = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("box of nameless dream images")
        verbose_name_plural = _("boxes of nameless dream images")

    def __str__(self) -> str:
        return str(self.traject)


def picture_path(_dream: "DreamImage", _filename: str) -> str:
    """A random name: the one that the file had stays outside."""
    return f"dreams/{secrets.token_hex(16)}.jpg"


class DreamImageQuerySet(models.QuerySet["DreamImage"]):
    def standing(self) -> "DreamImageQuerySet":
        """What the group works with: not merged, not split, not left out."""
        return self.filter(made_into=None, left_out_at=None)

    def originals(self) -> "DreamImageQuerySet":
        """As somebody wrote them; the others were made out of these."""
        return self.filter(sources=None)

    def left_out(self) -> "DreamImageQuerySet":
        return self.filter(left_out_at__isnull=False)

    def with_people(self) -> "DreamImageQuerySet":
        return self.select_related("author", "guest__user", "seat__user")


class DreamImage(models.Model):
    """What somebody would like to see for a chosen theme if everything were possible.

    One point a line; a line that begins with a dash hangs under the one above it. Without
    `written_at` it was sent without a name: then nobody knows the author, and it never changes.
    `sources` are what it was merged or split from; those keep their own words.
    """

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="dreams", verbose_name=_("traject")
    )
    text = models.TextField(_("dream image"), max_length=2_000)
    picture = models.FileField(_("picture"), upload_to=picture_path, blank=True)
    picture_alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)
    # The statement of the scan that it was written to; empty for most.
    statement_code = models.CharField(_("statement"), max_length=40, blank=True)
    written_at = models.DateTimeField(_("written on"), null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    # Who came by a personal link.
    guest = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dreams",
        verbose_name=_("written by (personal link)"),
    )
    # Who came into a session under a name.
    seat = models.ForeignKey(
        Seat,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dreams",
        verbose_name=_("written by (session)"),
    )
    themes = models.ManyToManyField(
        Candidate, through="DreamPlace", related_name="dreams", verbose_name=_("themes")
    )
    sources = models.ManyToManyField(
        "self",
        through="DreamSource",
        through_fields=("dream", "source"),
        symmetrical=False,
        related_name="made_into",
        verbose_name=_("made from"),
    )
    left_out_at = models.DateTimeField(_("left out on"), null=True, blank=True)
    left_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("left out by"),
    )
    left_out_because = models.CharField(_("left out because"), max_length=300, blank=True)
    # Counts the changes, so that a stale form is refused and not stored over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = DreamImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("dream image")
        verbose_name_plural = _("dream images")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="dream_image_has_words"),
            models.CheckConstraint(
                condition=Q(picture="") | ~Q(picture_alt=""), name="dream_image_picture_is_told"
            ),
            models.CheckConstraint(
                condition=Q(written_at__isnull=False)
                | Q(author__isnull=True, guest__isnull=True, seat__isnull=True),
                name="dream_image_nameless_is_nobodys",
            ),
            models.CheckConstraint(
                condition=Q(author__isnull=True, guest__isnull=True)
                | Q(author__isnull=True, seat__isnull=True)
                | Q(guest__isnull=True, seat__isnull=True),
                name="dream_image_of_one_author",
            ),
            models.CheckConstraint(
                condition=Q(left_out_at__isnull=True, left_out_by__isnull=True, left_out_because="")
                | (
                    Q(left_out_at__isnull=False, left_out_by__isnull=False)
                    & ~Q(left_out_because="")
                ),
                name="dream_image_left_out_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.text.splitlines()[0] if self.text else ""

    @property
    def is_nameless(self) -> bool:
        return self.written_at is None

    @property
    def called(self) -> str:
        """Whose it is; empty without a name, and when nobody knows any more. with_people."""
        if self.author:
            return self.author.name
        who = self.guest or self.seat
        return who.called if who else ""


class DreamSource(models.Model):
    """`dream` was made, by merging or splitting, out of `source`."""

    dream = models.ForeignKey(DreamImage, on_delete=models.CASCADE, related_name="came_from")
    source = models.ForeignKey(DreamImage, on_delete=models.RESTRICT, related_name="went_into")

    class Meta:
        verbose_name = _("source of a dream image")
        verbose_name_plural = _("sources of dream images")
        constraints = (
            models.UniqueConstraint(fields=("dream", "source"), name="dream_source_once"),
            models.CheckConstraint(condition=~Q(dream=F("source")), name="dream_source_is_another"),
        )

    def __str__(self) -> str:
        return f"{self.source_id} → {self.dream_id}"


class DreamCluster(models.Model):
    """A heading that the moderator puts above dream images of one theme."""

    candidate = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="clusters", verbose_name=_("theme")
    )
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("cluster of dream images")
        verbose_name_plural = _("clusters of dream images")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="dream_cluster_has_a_name"),
            models.UniqueConstraint(
                "candidate", Lower("name"), name="dream_cluster_name_once_per_theme"
            ),
        )

    def __str__(self) -> str:
        return self.name


class DreamPlace(models.Model):
    """A dream image under a theme: one idea may sit under several."""

    dream = models.ForeignKey(
        DreamImage, on_delete=models.CASCADE, related_name="places", verbose_name=_("dream image")
    )
    candidate = models.ForeignKey(
        Candidate, on_delete=models.RESTRICT, related_name="dream_places", verbose_name=_("theme")
    )
    cluster = models.ForeignKey(
        DreamCluster,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("cluster"),
    )

    class Meta:
        verbose_name = _("place of a dream image")
        verbose_name_plural = _("places of dream images")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("dream", "candidate"), name="dream_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.dream}: {self.candidate}"


class DreamStar(models.Model):
    """Somebody of the group finds this one strong. Only the number is shown."""

    dream = models.ForeignKey(
        DreamImage, on_delete=models.CASCADE, related_name="stars", verbose_name=_("dream image")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )
    guest = models.ForeignKey(
        Participant,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("personal link"),
    )
    seat = models.ForeignKey(
        Seat,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("seat"),
    )

    class Meta:
        verbose_name = _("star")
        verbose_name_plural = _("stars")
        constraints = (
            models.CheckConstraint(
                condition=Q(user__isnull=False, guest__isnull=True, seat__isnull=True)
                | Q(user__isnull=True, guest__isnull=False, seat__isnull=True)
                | Q(user__isnull=True, guest__isnull=True, seat__isnull=False),
                name="dream_star_of_one_person",
            ),
            models.UniqueConstraint(fields=("dream", "user"), name="dream_star_once_per_user"),
            models.UniqueConstraint(fields=("dream", "guest"), name="dream_star_once_per_guest"),
            models.UniqueConstraint(fields=("dream", "seat"), name="dream_star_once_per_seat"),
        )

    def __str__(self) -> str:
        return str(self.dream)
