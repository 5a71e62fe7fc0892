"""What a session shows: to its moderator, on the desk, and to the whole room, on the screen."""

from trajects.session_page.desk import Desk, desk_of, desk_screen
from trajects.session_page.listed import SessionsPage, sessions_page
from trajects.session_page.screen import Screen, screen_code, screen_page, screen_turnout
from trajects.session_page.words import void_words

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
