"""What a browser keeps during a session: its seat, and the key of its ballot."""
