"""What an action refuses; the view turns it into a sentence."""


class AccountsError(Exception):
    """Base of all refusals about people and organisations."""
