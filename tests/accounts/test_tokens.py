import re

from accounts.tokens import new_token, token_hash


def test_tokens_are_long_different_and_fit_in_an_address():
    tokens = {new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in tokens)


def test_hash_is_sha_256_in_hexadecimals():
    """The example of FIPS 180-2."""
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_hash_of_what_is_no_text_is_just_another_one():
    assert token_hash("\ud800") != token_hash("")
