"""A fresh collection of the official Anki package for each test."""

from dataclasses import dataclass

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from learner.export import anki
from tests.export.sample import NOW, lesson


@dataclass
class Learner:
    """Somebody with Anki: imports decks and looks at what arrived."""

    collection: Collection
    folder: object

    def take(self, path):
        """Import a package the way the program does by default; returns Anki's counts."""
        options = self.collection._backend.get_import_anki_package_presets()
        assert isinstance(options, ImportAnkiPackageOptions)
        log = self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        kinds = ("new", "updated", "duplicate", "conflicting")
        return {kind: len(getattr(log, kind)) for kind in kinds if getattr(log, kind)}

    def take_like_ankiconnect(self, path):
        """Import a package as `importPackage` of the AnkiConnect add-on does; gives True, as that does."""
        from anki.importing import AnkiPackageImporter

        AnkiPackageImporter(self.collection, str(path)).run()
        return True

    def export(self, *lessons, now=NOW, name="deck.apkg", **more):
        """Write lessons (the sample by default) and import them."""
        path = self.folder / name
        anki.write(lessons or (lesson(),), path, now=now, **more)
        return self.take(path)

    def notes(self, query=""):
        return [self.collection.get_note(number) for number in self.collection.find_notes(query)]

    def cards(self, query=""):
        return [self.collection.get_card(number) for number in self.collection.find_cards(query)]

    def is_sound(self):
        """No empty card, no missing media, nothing for Anki's check to repair."""
        assert not self.collection.get_empty_cards().notes
        assert not self.collection.media.check().missing
        report, fine = self.collection.fix_integrity()
        assert fine
        assert "fixed" not in report.lower()
        return True


@pytest.fixture
def learner(tmp_path):
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield Learner(collection, tmp_path)
    collection.close()
