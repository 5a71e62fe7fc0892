"""Which themes a session is about."""

from trajects.models import Candidate, LiveSession
from trajects.models.candidate import CandidateQuerySet
from trajects.stages import Subject


def themes_of(session: LiveSession) -> CandidateQuerySet:
    """To choose from; or to dream about, what was chosen."""
    running = Candidate.objects.running().filter(traject=session.traject_id)
    return running.filter(choice__chosen=True) if session.about is Subject.DREAMS else running
