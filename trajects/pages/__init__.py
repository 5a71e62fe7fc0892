"""What each page, screen or document shows, as frozen values."""
