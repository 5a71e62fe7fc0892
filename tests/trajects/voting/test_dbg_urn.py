from tests.trajects.voting.test_error_report import *
def test_dbg(room, reports, broken_roll, monkeypatch):
    monkeypatch.setattr(vote_view, "_cast", vote_view._cast.__wrapped__)
    monkeypatch.setattr(vote_view, "cast", casting.cast.__wrapped__)
    r = report_of_a_vote(room, reports)
    open("/tmp/team/urn_report.html","w").write(r)
    print(len(reports), [len(m.alternatives) for m in reports], leaks(room,r))
