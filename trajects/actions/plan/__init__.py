"""What is done with the action plan."""
