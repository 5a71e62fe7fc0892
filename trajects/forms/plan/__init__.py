"""What the pages of the action plan accept."""
