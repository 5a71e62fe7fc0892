"""What is done with a goal: proposed, discussed, adopted, changed and set aside."""
