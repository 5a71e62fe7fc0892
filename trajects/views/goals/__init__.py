"""Every page about goals and ambitions."""
