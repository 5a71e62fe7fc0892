"""The read-models of the action plan."""
