"""What of SMART can be found in a goal: a reader of Dutch sentences.

It sees words, not wisdom. It advises and never blocks; `docs/smart.md` tells how it reads.
"""

from trajects.smart.checking import check
from trajects.smart.findings import Draft, Finding, Found, Letter, Period, Smart, Verdict

__all__ = ["Draft", "Finding", "Found", "Letter", "Period", "Smart", "Verdict", "check"]
