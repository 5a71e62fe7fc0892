from hypothesis import given
from hypothesis import strategies as st

from trajects.seat_tokens import seat_hash

EXPECTED = "6e58dbba6a0664a141c0a5ab8b9d0089a7d32e7eacd88f425e3a31f34c069ca8"
PKS = st.integers(min_value=1, max_value=2**63 - 1)


def test_hash_is_that_of_domain_session_and_token():
    # printf 'mvoscan seat 1\0\0\0\0\0\0\0\7token' | sha256sum
    assert seat_hash("token", session_pk=7) == EXPECTED


@given(token=st.text(), one=PKS, other=PKS)
def test_hash_is_another_one_in_every_session(token, one, other):
    same = seat_hash(token, session_pk=one) == seat_hash(token, session_pk=other)

    assert same is (one == other)
