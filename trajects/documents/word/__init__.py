"""The Word file of a plan: a template with styles, made in memory, that is filled in."""
