"""The action plan as a document: one frozen object that page, PDF and Word file show.

`dossier_of` builds it for a `Choice`: what was not chosen, is nowhere in it.
"""

from trajects.dossier.choice import Choice
from trajects.dossier.whole import Dossier, dossier_of

__all__ = ["Choice", "Dossier", "dossier_of"]
