from tests.trajects.arranged import dreams, other_theme, theme

__all__ = ["dreams", "other_theme", "theme"]
