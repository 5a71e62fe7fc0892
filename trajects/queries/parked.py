"""What earlier trajects of the same organisation parked, and whether a list was touched at all."""

from django.db.models import Exists, OuterRef, Q

from trajects.models import Candidate, Traject, VotingRound
from trajects.models.candidate import CandidateQuerySet
from trajects.stages import Subject


def parked_before(traject: Traject) -> CandidateQuerySet:
    """Newest traject first, with the reason; without what is in this traject already, or what a
    later one decided about."""
    later = Candidate.objects.filter(parked_before=OuterRef("pk"))
    settled = later.filter(Q(traject=traject) | Q(choice__isnull=False))
    found = Candidate.objects.running().filter(
        ~Exists(settled),
        traject__organisation=traject.organisation_id,
        traject__created_at__lt=traject.created_at,
        choice__chosen=False,
    )
    newest_first = ("-traject__created_at", "traject", "position", "pk")
    return found.select_related("choice", "traject").order_by(*newest_first)


def is_untouched(traject: Traject) -> bool:
    """Candidates lie as they were laid out: nothing is lost when the list begins anew."""
    changed = Q(version__gt=1) | Q(themes=None, sdgs=None)
    moved = Q(left_out_at__isnull=False) | Q(grouped_into__isnull=False) | Q(split_at__isnull=False)
    talked = Q(note__isnull=False) | Q(choice__isnull=False) | Q(parked_before__isnull=False)
    voted = VotingRound.objects.filter(
        session__traject=traject, session__subject=Subject.THEMES, session__is_practice=False
    )
    touched = traject.candidates.filter(changed | moved | talked)
    return not (touched.exists() or voted.exists())
