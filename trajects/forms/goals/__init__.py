"""What is typed about a goal."""
