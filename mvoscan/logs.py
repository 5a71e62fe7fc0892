"""What the log may not hold: who reads it could follow the links of others."""

import logging
import re

# The address of a page behind a secret link, as far as the secret.
SECRET = re.compile(r"(/(?:meedoen|uitnodiging|wachtwoord/nieuw)/)[^/\s\"'?]+")


class WithoutSecrets(logging.Filter):
    """Django logs the address of every answer that refuses or fails."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        found = SECRET.sub(r"\1…", message)
        if found != message:
            record.msg, record.args = found, ()
        return True
