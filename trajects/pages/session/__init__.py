"""What a session shows: to its moderator, on the desk, and to the whole room, on the screen."""

from trajects.pages.session.desk import Desk, desk_of, desk_screen
from trajects.pages.session.listed import SessionsPage, sessions_page
from trajects.pages.session.screen import Screen, screen_code, screen_page, screen_turnout
from trajects.pages.session.words import void_words

__all__ = [
    "Desk",
    "Screen",
    "SessionsPage",
    "desk_of",
    "desk_screen",
    "screen_code",
    "screen_page",
    "screen_turnout",
    "sessions_page",
    "void_words",
]
