"""What is frozen into a PDF: the local photo, and the note about the choice of themes."""
