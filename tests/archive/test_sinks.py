"""What each output holds, and that it is whole or not there."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import jsonschema
import pyarrow.parquet
import pytest

import referat_nlp
from referat_nlp import Ballot, Decision, Failure, Item, Meeting, Participant, Referat, Voter, json_schema
from referat_nlp.archive import ENDINGS, Record, open_sink
from referat_nlp.errors import MissingExtraError, OutputError
from referat_nlp.schema import Absence
from tests.authored import MINUTES, OTHER


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "c.txt").write_text(OTHER, encoding="utf-8")
    return list(referat_nlp.load().pipe(folder / name for name in ("a.txt", "gone.txt", "c.txt")))


def written(path: Path, records: list[Record]) -> Path:
    with open_sink(path) as sink:
        for record in records:
            sink.write(record)
    return path


def test_jsonl_is_the_record_itself_and_valid_by_the_schema(tmp_path: Path, records: list[Record]) -> None:
    lines = written(tmp_path / "out.jsonl", records).read_text(encoding="utf-8").splitlines()
    validator = jsonschema.Draft202012Validator(json_schema())
    for line in lines:
        validator.validate(json.loads(line))
    assert Referat.model_validate_json(lines[0]).model_dump() == records[0].model_dump()
    assert Failure.model_validate_json(lines[1]) == records[1]
    assert "Malene Buhl" in lines[0]
    assert '"party":"Ø"' in lines[0]
    assert set(json.loads(lines[0])["items"][1]["ballots"][0]["counts"]) == {"for", "against", "abstain"}


def test_csv_has_a_row_an_item_and_one_for_a_failure(tmp_path: Path, records: list[Record]) -> None:
    with written(tmp_path / "out.csv", records).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows] == ["41", "42", "", "41", "42"]
    row = rows[1]
    assert (row["votes_for"], row["votes_against"], row["votes_abstain"]) == ("3", "1", "")
    assert (row["voted_against"], row["escalated"], row["body"]) == (
        "Malene Buhl (Ø)",
        "false",
        "Teknik- og Miljøudvalget",
    )
    assert rows[2]["path"].endswith("gone.txt")
    assert rows[2]["error"].startswith(rows[2]["path"])
    assert row["error"] == ""


def test_parquet_has_the_columns_of_the_csv_with_their_types(tmp_path: Path, records: list[Record]) -> None:
    table = pyarrow.parquet.read_table(written(tmp_path / "out.parquet", records))
    with written(tmp_path / "out.csv", records).open(encoding="utf-8", newline="") as file:
        assert table.column_names == next(csv.reader(file))
    row = table.to_pylist()[1]
    assert row["voted_against"] == ["Malene Buhl (Ø)"]
    assert (row["votes_for"], row["votes_abstain"], row["closed"]) == (3, None, False)
    assert table.to_pylist()[2]["error"]


def test_sqlite_tables_join_by_their_keys(tmp_path: Path, records: list[Record]) -> None:
    database = sqlite3.connect(written(tmp_path / "out.sqlite", records))
    query = """
        SELECT meetings.municipality, items.number, ballots.votes_for, voters.vote, voters.name
        FROM meetings JOIN items USING (meeting_id) JOIN ballots USING (item_id) JOIN voters USING (ballot_id)
        WHERE voters.vote = 'against'
    """
    assert database.execute(query).fetchall() == [
        ("Ravnsholt Kommune", "42", 3, "against", "Malene Buhl"),
        ("Lyngkær Kommune", "42", 3, "against", "Malene Buhl"),
    ]
    assert database.execute("SELECT name FROM absences WHERE item_id IS NULL").fetchall() == [("Bo Lind",)] * 2
    assert database.execute("SELECT kind FROM failures").fetchall() == [("not-found",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_sqlite_finds_words_of_titles_and_of_the_case(tmp_path: Path, records: list[Record]) -> None:
    database = sqlite3.connect(written(tmp_path / "out.sqlite", records))
    titles = "SELECT items.number FROM items_fts JOIN items ON item_id = items_fts.rowid WHERE items_fts MATCH ?"
    assert database.execute(titles, ("cykelsti",)).fetchall() == [("42",)] * 2
    cases = """
        SELECT items.title, sections.kind FROM sections_fts JOIN sections ON section_id = sections_fts.rowid
        JOIN items USING (item_id) WHERE sections_fts MATCH ?
    """
    found = database.execute(cases, ("byrådet havnen",)).fetchall()
    assert found == [("Ny cykelsti ved Tved Mark", "sagsfremstilling")] * 2
    assert database.execute(cases, ("byradet",)).fetchall() == []
    # This is how Datasette finds the index of a table, to offer a search.
    looked_for = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    for table in ("items", "sections"):
        pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
        assert database.execute(looked_for, (pattern,)).fetchall() == [(f"{table}_fts",)]
    database.close()


def test_sqlite_has_keys_and_titles_that_datasette_shows(tmp_path: Path, records: list[Record]) -> None:
    with sqlite3.connect(written(tmp_path / "out.sqlite", records)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            for _, _, to_table, _, to_column, *_ in database.execute(f'PRAGMA foreign_key_list("{table}")'):
                columns = {name: key for _, name, _, _, _, key in database.execute(f"PRAGMA table_info({to_table})")}
                assert columns[to_column] == 1, (table, to_table, to_column)
                assert "title" in columns
        assert database.execute("SELECT title FROM meetings").fetchone() == ("Teknik- og Miljøudvalget, 2024-04-09",)
        assert database.execute("SELECT title FROM ballots").fetchone() == ("Ny cykelsti ved Tved Mark: vedtaget",)
        query = "SELECT name, party, title, body FROM votes WHERE vote = 'against' AND date = '2024-04-09'"
        against = ("Malene Buhl", "Ø", "Ny cykelsti ved Tved Mark", "Teknik- og Miljøudvalget")
        assert database.execute(query).fetchone() == against


def test_popolo_has_motions_and_vote_events_that_point_at_each_other(tmp_path: Path, records: list[Record]) -> None:
    popolo = json.loads(written(tmp_path / "out.popolo.json", records).read_text(encoding="utf-8"))
    assert [event["motion_id"] for event in popolo["vote_events"]] == [motion["id"] for motion in popolo["motions"]]
    assert popolo["motions"][0]["result"] == "pass"
    event = popolo["vote_events"][0]
    assert event["counts"] == [{"option": "yes", "value": 3}, {"option": "no", "value": 1}]
    votes = {vote["voter"]["name"]: vote["option"] for vote in event["votes"]}
    assert (votes["Malene Buhl"], votes["Bo Lind"]) == ("no", "absent")
    assert popolo["errors"][0]["kind"] == "not-found"


def test_popolo_without_any_ballot_is_valid_json(tmp_path: Path) -> None:
    popolo = json.loads(written(tmp_path / "out.popolo.json", []).read_text())
    assert popolo == {"schema_version": "1.0", "motions": [], "vote_events": [], "errors": [], "sources": []}


def tagged_by_hand() -> Referat:
    """A record with what is easily lost in a flat form: no title, another body's vote, people from the roster."""
    prior = Ballot(motion="prior", result="vedtaget", for_=[Voter(party="V")], span=(0, 10))
    main = Ballot(
        result="vedtaget",
        counts_derived=True,
        for_=[Voter(party="A"), Voter(name="Karla Winther", party="A", inferred=True)],
        span=(20, 30),
        warnings=["names-do-not-match-count"],
    )
    earlier = Decision(text="Anbefales.", span=(0, 10), own=False, body="Teknisk Udvalg", date="2024-04-02")
    absence = Absence(name="Bo Lind", party="V", kind="excused", reason="ferie", substitute="Eva Brun")
    item = Item(id="x-001", span=(0, 30), decisions=[earlier], ballots=[prior, main], absent=[absence])
    meeting = Meeting(body="Byrådet", date="2024-04-09", participants=[Participant(name="Ida Krog", role="formand")])
    return Referat(meeting=meeting, items=[item], warnings=["repaired"])


def test_flat_rows_tell_what_is_derived_and_what_was_repaired(tmp_path: Path) -> None:
    with written(tmp_path / "out.csv", [tagged_by_hand()]).open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["counts_derived"]) == ("", "true")
    assert row["voted_for"] == "A; Karla Winther (A): inferred"
    assert row["absent"] == "Bo Lind (V): excused, ferie, substitute Eva Brun"
    assert row["warnings"] == "repaired; names-do-not-match-count"


def test_sqlite_holds_items_whose_title_is_lost_and_the_participants(tmp_path: Path) -> None:
    database = sqlite3.connect(written(tmp_path / "out.sqlite", [tagged_by_hand()]))
    assert database.execute("SELECT title FROM items").fetchall() == [(None,)]
    assert database.execute("SELECT name, role FROM participants").fetchall() == [("Ida Krog", "formand")]
    database.close()


def test_popolo_gives_a_vote_of_another_body_to_that_body(tmp_path: Path) -> None:
    popolo = json.loads(written(tmp_path / "out.popolo.json", [tagged_by_hand()]).read_text(encoding="utf-8"))
    prior, main = popolo["vote_events"]
    assert (prior["organization"]["name"], prior["start_date"]) == ("Teknisk Udvalg", "2024-04-02")
    assert (main["organization"]["name"], main["start_date"]) == ("Byrådet", "2024-04-09")
    assert [vote["option"] for vote in prior["votes"]] == ["yes"]
    assert [vote.get("inferred", False) for vote in main["votes"]] == [False, True, False]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_output_appears_when_it_is_whole_and_not_before(tmp_path: Path, records: list[Record], ending: str) -> None:
    path = tmp_path / f"out{ending}"
    path.write_text("of an earlier run")
    with open_sink(path) as sink:
        sink.write(records[0])
        assert path.read_text() == "of an earlier run"
    assert path.read_bytes() != b"of an earlier run"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_run_that_breaks_off_leaves_the_output_as_it_was(tmp_path: Path, records: list[Record], ending: str) -> None:
    path = tmp_path / f"out{ending}"

    def breaks_off() -> None:
        with open_sink(path) as sink:
            sink.write(records[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaks_off()
    assert not path.exists()
    # Lines are whole one by one, so those of JSON Lines are kept, under a name that says that more follow.
    left = [entry.name for entry in tmp_path.iterdir()]
    assert left == (["out.jsonl.part"] if ending == ".jsonl" else [])


def test_an_ending_of_no_format_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.jsonl \.csv \.parquet \.sqlite \.popolo\.json"):
        open_sink(tmp_path / "out.xlsx")


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_output_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, ending: str) -> None:
    with pytest.raises(OutputError, match="No such file or directory"):
        open_sink(tmp_path / "nowhere" / f"out{ending}")


def test_parquet_without_its_package_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'referat-nlp\[parquet\]'"):
        open_sink(tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []
