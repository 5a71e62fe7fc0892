"""All sentences with their letters."""

from tests.trajects.smart.everyday import EVERYDAY, OTHERS
from tests.trajects.smart.examples import TWENTY
from tests.trajects.smart.municipal import MUNICIPAL
from tests.trajects.smart.sentences import SENTENCES
from tests.trajects.smart.variants import FIGURES, VARIANTS

ALL = (*TWENTY, *SENTENCES, *EVERYDAY, *OTHERS, *MUNICIPAL, *VARIANTS, *FIGURES)
