"""Text lists: delimiter and encoding are found from what the letters would spell."""

import pytest

from app.domain.folding import comma_below
from app.imports.text_lists import decode, parse_text_list

ROMANIAN = (
    "Nume și prenume;Data nașterii;Țurcanu Ștefăniță;fără curent;Bârlădeanu;școală;Câmpulung;fiică;soție"
)
POLISH = "Nazwisko i imię;Miejscowość;Śliwowska Łukasz;Żukowski;córka;żona;mąż;Jędrysiak Bożena;źle;459,00 zł"
HUNGARIAN = "Családszám;Név;Születési idő;Szőcs Győző;Kőrösi Tünde;felesége;jövedelem;Hűvös Ödön"
CEDILLA = str.maketrans("șțȘȚ", "şţŞŢ")


@pytest.mark.parametrize(
    "text", [ROMANIAN, POLISH, HUNGARIAN, ROMANIAN.upper(), POLISH.upper(), HUNGARIAN.upper()]
)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "iso8859_2", "iso8859_16"],
)
def test_the_letters_tell_the_encoding(text: str, encoding: str) -> None:
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        content = text.translate(CEDILLA).encode(encoding)
    assert comma_below(decode(content)[0].lstrip("\ufeff")) == text


def test_one_damaged_byte_does_not_spoil_a_whole_list() -> None:
    content = ROMANIAN.encode() + b"\xff" + ROMANIAN.encode()
    assert decode(content) == (ROMANIAN + "\ufffd" + ROMANIAN, "utf-8")


def test_typographic_marks_point_to_a_windows_page() -> None:
    text = "Câmpeanu „din vale” – îngrijit"
    assert decode(text.encode("cp1252"))[0] == text
    assert decode(text.encode("cp1250"))[0] == text


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_evenly(delimiter: str) -> None:
    rows = [["Nume", "Adresa", "Venit"], ["Popa Ion", "Morii 5", "1200"], ["Lup Ana", "Gării 2", "719"]]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode()
    assert parse_text_list(content, "x.csv") == [tuple(row) for row in rows]


def test_commas_inside_cells_do_not_deceive() -> None:
    content = b"Nume;Venit;Motive\nPopa Ion;623,50;9,13\nLup Ana;459,00;1,4\n"
    assert parse_text_list(content, "x.csv")[1] == ("Popa Ion", "623,50", "9,13")


def test_quotes_hold_delimiters_lines_and_quotes() -> None:
    content = b'a;b\n"x;y";"""z"" - w"\n"two\nlines";c\n'
    assert parse_text_list(content, "x.csv")[1:] == [("x;y", '"z" - w'), ("two\nlines", "c")]


def test_a_stray_quote_does_not_swallow_the_list() -> None:
    lines = ["Nume;Obs", 'Popa;"neînchis'] + [f"Om {number};da" for number in range(100)]
    assert len(parse_text_list("\n".join(lines).encode(), "x.csv")) == 102


def test_a_named_delimiter_is_believed() -> None:
    assert parse_text_list(b"sep=|\r\na;b|c\r\n", "x.csv") == [("a;b", "c")]
