"""What is done with dream images."""
