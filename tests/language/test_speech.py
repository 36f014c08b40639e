"""Who says what in articles of our own (tests/data/language/quotes): floors that only rise."""

import pytest

from learner.language.analysis import Quote
from tests.language import gold_quotes
from tests.language.sample import DATA, analysis_of

PRECISION, RECALL, FOUND = 99.5, 98.0, 99.0
_ENDS = " .,!?“”»«"  # may stand inside or outside of what is marked


def marked_rows() -> list[str]:
    lines = (DATA / "speech.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def result(lexicon):
    return gold_quotes.compared(lexicon)


def test_there_are_enough_passages(result):
    assert result.all >= 600


def test_speakers_are_right(result):
    assert result.precision >= PRECISION, result.wrong


def test_speakers_are_found(result):
    assert result.recall >= RECALL, (result.missed, result.unfound)


def test_what_is_certain_is_right(result):
    assert not result.wrong_though_certain


def test_speech_is_found_and_nothing_else(result):
    assert 100 * result.found / result.all >= FOUND, result.unfound
    assert len(result.extra) <= 2, result.extra


def test_offsets_leave_the_marks_out(lexicon):
    text = "„Das geht nicht“, sagte Anna Keller."
    (quote,) = analysis_of(text, lexicon).quotes
    assert text[quote.start : quote.end] == "Das geht nicht"
    assert quote.cue is not None
    assert text[quote.cue.start : quote.cue.end] == "sagte Anna Keller"


def test_a_pronoun_that_fits_two_men_is_not_certain(lexicon):
    text = "Peter Huber und Klaus Berger kamen zum Gespräch. „Das wird ein langer Abend“, sagte er."
    quotes = analysis_of(text, lexicon).quotes
    assert not any(quote.certain for quote in quotes)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Jan Kraus ging mit Paul Renn fort. Es sei spät, sagte er.", False),
        ("Jan Kraus ging. Paul Renn blieb. Es sei spät, sagte er.", True),
        ("Jan Kraus ging. Renns Pferd blieb. Es sei spät, sagte er. Paul Renn kam.", False),
        ("Jan Kraus ging mit Jana Roth fort. Es sei spät, sagte er.", True),
        ("Jana Roth widersprach. Sie könne schlafen.", True),
        ("Jana Roth widersprach ihr. Sie könne schlafen.", False),
    ],
)
def test_a_pronoun_is_certain_only_behind_a_subject_or_the_only_one(text, certain, lexicon):
    assert [quote.certain for quote in analysis_of(text, lexicon).quotes] == [certain]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peter Huber wurde gefragt, ob er bleibe.", [None]),
        ("Ihm sei gesagt worden, er solle warten, berichtet Paul Renn.", ["Paul Renn"]),
        ("Wirtin Carla Moser seufzt. Ihre Tochter Nina hilft ihr. „Das wird schon wieder“, sagt sie.", [None]),
        ("Der Richter Ulf Gast fragte, wo das Geld sei. „Das ist weg“, antwortete er leise.", ["Ulf Gast", None]),
        ("„Neulich sagte eine Kundin: ‚Ich komme nicht mehr.‘ So ist das“, klagt Ina Roth.", ["Ina Roth", "Kundin"]),
        ("Rektor Jan Kraus hält sich bedeckt, er wolle erst einmal zuhören.", ["Jan Kraus"]),
        ("Die Deutung seiner Kollegin nennt Rektor Jan Kraus „billig und falsch“.", ["Jan Kraus"]),
        ("Die Frau des Seglers hofft. „Er ist zäh“, sagte sie. „Er kommt.“ Ole Brix macht ihr Mut.", [None, None]),
        (
            "Die Straße sei gesperrt, teilte die Polizei mit. Verletzte gebe es nicht, hieß es weiter.",
            ["Polizei", "Polizei"],
        ),
        ("Der Versorger muss darauf hinweisen, dass der Kunde kündigen kann.", []),
        ("In ihrem Buch „Leben und leben lassen im Moor“ beschreibt Edda Moll ihre Kindheit.", []),
        ("Das Förderprogramm „Dorfkerne 2040“ ist nach Angaben des Ministeriums sicher.", ["Ministerium"]),
        ("Jana Roth winkt ab. Am Gartentor hängt ein Schild: „Hier gibt es keinen Kuchen“.", []),
        ("Jana Roth winkt ab. Sie hat ein Schild aufgehängt: „Hier gibt es keinen Kuchen“.", []),
        (
            "„Man glaubte ihm“, so Verteidiger Jan Kraus. Der Anwalt eines Hauses wies das zurück: Man sei arm.",
            ["Jan Kraus", "Anwalt eines Hauses"],
        ),
        ("Edda Moll sagte, dass ihr erster Roman, „Kalte Küche“, vergriffen sei.", ["Edda Moll"]),
        ("Der Volksmund nennt die Mannschaft die „Unfertigen“.", []),
        ("Trainer Jan Kraus sprach von einem „wilden Spiel“ und lobte die „große Ruhe“ der Elf.", ["Jan Kraus"] * 2),
        ("Für Jan Kraus ist der Steg ein Ärgernis. Für ihn ist er ein „Haufen Bretter“.", ["Jan Kraus"]),
        ("Der Mann ist nach Polizeiangaben geständig.", ["Polizei"]),
        ("Die Straße sei zu eng, klagt Jana Roth, und zwar seit Jahren.", ["Jana Roth"] * 2),
        ("Jana Roth schreibt ein Buch. „Wann kommt es?“, hakte Jan Kraus nach. „Im Mai.“", ["Jan Kraus", None]),
        (
            "„Es geht“, sagte Jana Roth. „Wie denn?“, hakte Jan Kraus nach. „Gut.“",
            ["Jana Roth", "Jan Kraus", "Jana Roth"],
        ),
        ("Paul Renn hat geschrieben. Die Antwort kam im Mai. Man habe verstanden.", [None]),
        ("Rektor Jan Kraus lud ein. „Das macht Mut“, so die Forscher im Fachblatt.", ["Forscher"]),
        ("„Es geht“, sagt Zoo- und Parkdirektor Dr. Jan Kraus.", ["Jan Kraus"]),
        ("Jana Roth mag das nicht. „So geht es nicht.\n\nEs muss besser werden.“", ["Jana Roth"] * 2),
        ("Ein Kenner beider sagt: So geht es. Jan Kraus sei das klar.", ["Kenner"]),
        ("Vorn saß eine Rentnerin. „Mir war das zu laut“, schilderte die 79-Jährige.", ["Rentnerin"]),
        ("Ringer Jan Kraus gewann. Im Kampf um Platz drei schlug er Paul Renn. „Toll“, sagte er.", ["Jan Kraus"]),
        ("Ihr Chef, der Geologe Paul Renn, beschreibt sie als „gute Kollegin“.", ["Paul Renn"]),
        ("Sollte das Gericht zustimmen, drohen der Frau sechs Jahre Haft.", []),
        ("Nach Krauses Worten gibt es kein zweites Bad. Laut Jan Krause ist es voll.", ["Jan Krause"] * 2),
        ("Jana Roth hält einen Vortrag, „Zehn Jahre Nacht“ heißt er.", []),
        ("Die Buchhalterin gestand. „Ich war es“, sagte sie. Staatsanwältin Jana Roth schwieg.", ["Buchhalterin"]),
        (
            "Jan Kraus ist der Chef. Der Mieterverein rechnet mit Klagen. Die Briefe seien falsch, teilte er mit.",
            ["Mieterverein"],
        ),
        (
            "Jan Kraus kam. Der Investor, die Baseler Firma Nordbau, verspricht „eine Fabrik ohne Lärm“.",
            ["Firma Nordbau"],
        ),
        ("Die Gewerkschaft sieht das anders. Wer hat Ihrer Meinung nach recht?", []),
        ("Würde der Hof geteilt, müssten Regeln her, sagt Jana Roth.", ["Jana Roth"]),
        ("Wenn die Gäste ausblieben, könne sie zusperren, sagt Jana Roth.", ["Jana Roth"]),
        ("Die Forderung von Jana Roth, die Steuer zu senken, stößt auf Widerstand.", ["Jana Roth"]),
        ("Die Kritik des Verbands, die Stadt tue zu wenig, weist Jana Roth zurück.", ["Verband"]),
        ("Den Vorwurf, er habe geschwiegen, wies Jan Kraus zurück.", [None]),
        ("Jan Kraus wies den Vorwurf zurück, er habe geschwiegen.", [None]),
        ("Jana Roth wehrte sich gegen den Eindruck, sie habe Angst.", [None]),
        ("Der Antrag der Stadt, die Straße zu sperren, ist abgelehnt.", []),
        ("Das Amt bestätigt: Eine Kontrolle sei geplant.", ["Amt"]),
        ("Jan Kraus schloss nicht aus, dass die Steuern steigen.", ["Jan Kraus"]),
        ("„Was ist passiert?“, wollte Jana Roth wissen. „Nichts.“", ["Jana Roth", None]),
        ("Der Chef von Jan Kraus ist zufrieden. „Er leistet viel“, sagt er.", [None]),
        ("Jan Kraus’ Bruder ist zufrieden. „Er leistet viel“, sagt er.", [None]),
        ("Nach Jan Kraus sprach Paul Renn. „Das ist falsch“, sagte er.", [None]),
        ("Nach den Worten ihres Bruders war sie fort. „Wir hatten Angst“, sagte er.", ["Bruder"] * 2),
        ("Vor dem Haus stand eine etwa 30 Jahre alte Frau. „Ich bin da“, sagte sie.", ["Frau"]),
        ("Jan Kraus hörte einen Schrei. „Kommt schnell her!“", [None]),
        ("Jan Kraus muss sparen. Wo, ließ er offen. Nur so viel: „Das Bad bleibt offen.“", ["Jan Kraus"]),
        ("Jan Kraus ist der Trainer. Sein Fazit: „Wir haben verloren.“", ["Jan Kraus"]),
        ("Skeptisch ist man beim Mieterbund. Das Dach sei morsch, heißt es dort.", ["Mieterbund"]),
        ("Man feiere bis morgen, hieß es aus der Mannschaft.", [None]),
        ("Eine Nachbarin sah alles. Die Diebe seien jung, sagte die Zeugin.", ["Nachbarin"]),
        ("Ein Polizist kam. Das Tier sei harmlos, sagte der Besitzer.", ["Besitzer"]),
        ("In der Studie „Gelbe Zeit“ schreibt Jana Roth, es werde heiß.", ["Jana Roth"]),
        ("Das Warnportal „Sicher radeln“ müsse schneller werden, sagt Jana Roth.", ["Jana Roth"]),
        ("„Das“, sagt Jana Roth, „könnte ich verstehen.“", ["Jana Roth"] * 2),
        ("Nur einer habe geantwortet, sagt Jana Roth, und das mit einer Karte.", ["Jana Roth"]),
        ("Die Täter seien fort, sagt Jana Roth. Die Leute sollten nicht warten.", ["Jana Roth"] * 2),
        ("Paul Renn gewann. Er habe gezittert, erzählte der Debütant.", ["Paul Renn"]),
        ("Der Betrüger behauptete, die Tochter brauche Geld. Sie sei verletzt.", ["Betrüger"] * 2),
        ("Rentner Jan Kraus lacht. „Macht nichts“, brummt Opa Jan nur.", ["Jan Kraus"]),
        (
            "Das Amt habe sie nie gewollt, sagt Jana Roth.\n\n„Irgendwann reicht es, und dann geht man eben.“",
            ["Jana Roth"] * 2,
        ),
        ("Für Jana Roth steht fest: Ohne den Zug werde es still.", ["Jana Roth"]),
        ("Für Jana Roth ist klar, dass der Zug kommen muss.", ["Jana Roth"]),
        ("Für die Stadt ist das klar.", []),
        ("Jana Roth plädiert dafür, die Straße zu sperren.", ["Jana Roth"]),
        ("Jana Roth gab zu bedenken, Wagen machten nur Lärm.", ["Jana Roth"]),
        ("Jana Roth schreibt, die Gemeinde lasse niemanden im Regen stehen.", ["Jana Roth"]),
        ("Jana Roth nennt das Paket „gut verhandelt“, will davon aber nichts wissen.", ["Jana Roth"]),
        (
            "Anwalt Jan Kraus widersprach. Er sei krank und habe gestanden, was keiner gefunden hätte. Er bereue es.",
            ["Jan Kraus"] * 2,
        ),
        ("Staatsanwalt Jan Kraus schweigt. Der Verteidiger fragt, ob er müde sei.", [None]),
        ("Richterin Jana Roth wartet. Die Hausmeisterin kommt. Sie habe nichts gehört, sagt sie.", ["Hausmeisterin"]),
        ("Nach Ansicht der Experten reicht ein Funke. Jan Kraus wartet.", ["Experten"]),
        ("Jana Roth der ANP sagte nichts. „Wir hatten Glück“, sagte Jana Roth der ANP.", ["Jana Roth"]),
        ("Einer der Helfer sagte, es sei kalt.", ["Helfer"]),
        ("„Das ist neu“, meint eine der Frauen am Tor.", ["Frau"]),
        ("Auch der Alpenverein mahnt. Man solle vorsichtig sein, rät er.", ["Alpenverein"]),
        ("Das Kalb, teilt der Bauer mit, sei wohlauf.", ["Bauer"]),
        ("Der Zug, sagt Jana Roth, komme nie.", ["Jana Roth"]),
        ("Nach Recherchen unserer Redaktion ist Jana Roth krank.", []),
        ("Nach Informationen dieser Zeitung ist Jana Roth krank.", []),
        ("Nach Informationen der Klinik ist Jana Roth krank.", ["Klinik"]),
        ("Jana Roth erzählt, was andere lieber vergessen würden.", []),
        ("Jana Roth fragt, was andere an ihrer Stelle tun würden.", ["Jana Roth"]),
        ("Auf die Frage, was ihn reize, lacht Jan Kraus.", [None]),
        ("Ob ihm der Mut fehle, allein zu segeln? Jan Kraus lacht.", [None]),
        ("Der Lauf beginnt. Bürgermeister Roth führt – Läufer Kraus: „Mir reicht der letzte Platz.“", ["Kraus"]),
        (
            "Koch Jan Kraus und Kellner Ole Brix kündigten. Kraus und Wild hatten gestritten. Es sei vorbei, sagte er.",
            [None],
        ),
        ("Am Telefon weint ein Mann. Das Boot sinke.", ["Mann"]),
        ("Am Telefon rauscht eine Leitung. Das Boot sinke.", []),
        ("„Es geht“, sagt Jan Kraus. Den Bau halte er für klug, nur hätte er ihn verschoben.", ["Jan Kraus"] * 2),
        ("Jan Kraus war dort. Er sei müde, sagte er. „Es war viel.“ Nun wolle er schlafen.", ["Jan Kraus"] * 3),
        ("Jan Kraus sprach. „Es war viel.“\n\nDer Weg sei lang.", ["Jan Kraus"]),
        ("Er habe angeboten, eine „kleine Abkürzung“ zu zeigen, teilte die Polizei mit.", ["Polizei", None]),
        ("Jan Kraus versprach, eine „kleine Abkürzung“ zu zeigen.", ["Jan Kraus"] * 2),
        ("Die Lehrerin, 40, studierte Biologin, erzählt den Witz gern.", []),
        ("Die Zahl ist nach Angaben der Imkerei gesunken.", ["Imkerei"]),
        ("Die Zahl ist nach Angaben der Messstelle gesunken.", ["Messstelle"]),
        ("Die Zahl ist nach Angaben aus dem Vorjahr gesunken.", []),
        ("Die Zahl ist nach Angaben des Berichts gesunken.", [None]),
        ("Kennern zufolge kostet das Bild viel.", ["Kenner"]),
        (
            "„Es war hell“, sagt Jana Roth.\n\nAuf die Frage, was fehle, lacht Roth.\n\n„Da war vor allem Scham da.“",
            ["Jana Roth", None, "Jana Roth"],
        ),
        (
            "„Es war hell“, sagt Jana Roth.\n\nRoth fragt ihren Bruder.\n\n„Da war anfangs vor allem Scham.“",
            ["Jana Roth", None],
        ),
        (
            "„Es war hell“, sagt Jana Roth.\n\nRoth wartet auf Jan Kraus.\n\n„Da war anfangs vor allem Scham.“",
            ["Jana Roth", None],
        ),
        ("Jana Roth wartet.\n\n„Da war anfangs vor allem Scham.“", [None]),
        (
            "„Leere kann schön sein“\n\nJana Roth leitet das Bad. Es ist zu.\n\n„Wir warten“, sagt Roth. „Noch.“",
            ["Jana Roth"] * 3,
        ),
        (
            "„Leere kann schön sein“\n\nJana Roth leitet das Bad. Es ist zu.\n\n„Wir warten“, sagt Jan Kraus. „Noch.“",
            [None, "Jan Kraus", "Jan Kraus"],
        ),
        ("Gestern warf Reporterin Jana Roth Ministerin Ina Moll vor, sie habe gelogen.", ["Jana Roth"]),
        ("Gestern warf Jana Roths Anwältin Ina Moll ihm vor, er habe gelogen.", ["Ina Moll"]),
        ("Anwältin Jana Roth meint mit „kaum der Rede wert“ etwas anderes.", []),
        ("Anwältin Jana Roth meint, das sei „kaum der Rede wert“.", ["Jana Roth"] * 2),
        ("Jana Roth trifft heute: „Alles wird wieder gut“-Sänger Jan Kraus.", []),
        ("Warum die Stadt das Bad schließt: „Es ist zu teuer für alle.“", [None]),
        ("Warum Bürgermeisterin Jana Roth geht: „Es ist zu viel für alle.“", ["Jana Roth"]),
        ("Bei mehreren Personen hieß es, er sei krank.", ["Personen"]),
        ("Den Ärzten zufolge ist er krank.", ["Ärzte"]),
        ("Den Einsatzkräften zufolge ist er krank.", ["Einsatzkräfte"]),
        ("Jan Kraus nennt den Plan „schlecht gemacht“, die Linke gar „asozial“.", ["Jan Kraus", None]),
        ("Jan Kraus nennt ihn „schlecht gemacht“, die Gewerkschaft gar „asozial“.", ["Jan Kraus", "Gewerkschaft"]),
        ("Jan Kraus nennt ihn „schlecht gemacht“, seine Folgen gar „asozial“.", ["Jan Kraus"] * 2),
        ("Jan Kraus nennt den Plan „schlecht gemacht“, im Kern gar „asozial“.", ["Jan Kraus"] * 2),
        ("Die Gewerkschaft will das Bad erhalten: Man dürfe nicht nur sparen.", ["Gewerkschaft"]),
        ("Die Gewerkschaft will das Bad erhalten, man dürfe nicht nur sparen.", []),
        ("Die Lage der Gewerkschaft bleibt ernst: Das Geld sei weg.", []),
        ("Sie habe gerechnet, sagt Jana Roth. Was nun komme? Jan Kraus schweigt.", ["Jana Roth", None]),
        ("Sie habe gerechnet, sagt Jana Roth. Wer solle das zahlen?", ["Jana Roth"] * 2),
        ("Forscher Jan Kraus misst. Nach Überzeugung der Forscher ist es warm.", ["Forscher"]),
        ("Forscher Jan Kraus misst. Nach Überzeugung des Forschers ist es warm.", ["Jan Kraus"]),
        ("Forscher Jan Kraus misst. Die Kritik der Forscher, es sei zu warm, ist alt.", ["Forscher"]),
        ("Forscher Jan Kraus misst. Es sei warm, so der Forscher.", ["Jan Kraus"]),
        ("Die Firma sagte einen Preis zu, der höher gewesen wäre. Alle wären reich.", []),
        ("Züchter kleiner Herden klagen selten. Das sei klug.", ["Züchter"]),
        ("Züchter kleiner Herden verdienten wenig. Das sei klug.", []),
        ("Trainer Jan Kraus geht. Nach Angaben des Trainers ist er müde.", ["Jan Kraus"]),
        ("Trainer Jan Kraus geht. Dem Trainer zufolge ist er müde.", ["Jan Kraus"]),
        (
            "Der Hang sei steil, sagt Jana Roth. Es hätten sich Gäste erkundigt, ob er halte. Das sei Unsinn.",
            ["Jana Roth"] * 3,
        ),
        ("Jana Roth lacht, Ina Moll schaut hinaus. Sie habe Angst, sagt sie.", [None]),
        ("Jana Roth lacht, obwohl Ina Moll wartet. Sie habe Angst, sagt sie.", ["Jana Roth"]),
        ("„Geh“, habe der Chef gesagt, erzählt Jana Roth. Dann habe er gelacht.", ["Chef", "Jana Roth"]),
        ("Richter Jan Kraus wollte wissen, ob sie dort war. Das könne sie nicht sagen.", ["Jan Kraus", None]),
        ("Richter Jan Kraus fragte, ob sie dort war. Wer solle das glauben?", ["Jan Kraus"] * 2),
        ("Ina Moll stand am Zaun. „Komm bald“, habe sie gerufen.", ["Ina Moll"]),
        ("„Mir reicht es“, sagt Sieger Jörd Brannt.", ["Jörd Brannt"]),
        ("„Mir reicht es“, sagt Sieger Brannt.", ["Sieger Brannt"]),
        ("Über den Betrieb spricht Jana Roth offen. Junge Leute würden verheizt.", ["Jana Roth"]),
        (
            "Nach Angaben der Polizei war es glatt. Ein Gutachter soll das klären. Der Schaden sei hoch.",
            ["Polizei"],
        ),
        ("Einem Bericht der „Neuen Post“ zufolge geht Jan Kraus. Er sei müde.", ["Bericht", "Bericht"]),
        ("Jana Roth führt den Laden. Neben ihr steht Lehrling Tim Bach. „Den habe ich geholt.“", [None]),
        ("Er sei kein „Held“, sagte Jan Kraus.", ["Jan Kraus"]),
        ("Die Trainerin des Vereins, Ina Moll, kam. „Zu wenig“, sagte sie. Jana Roth nickte.", ["Ina Moll"]),
        ("Es sei Platz, heißt es beim Bauamt. Jana Roth schweigt. Was fehle? „Winken.“", ["Bauamt", None, None]),
        ("Anwalt Jan Kraus sprach von einem „Schock“. Es sei aber nichts verloren, sagte er.", ["Jan Kraus"]),
        ("Jana Roth nannte den Plan „feige“.", ["Jana Roth"]),
        ("Anwältin Ina Schotte zufolge gab es Fälle. Das Geld sei fort, so Schotte.", ["Ina Schotte"] * 2),
        ("Trainer Jan Schwede lobte das Team. „Gut gemacht“, sagte Schwede.", ["Jan Schwede"]),
        (
            "Anwältin Jana Roth spricht viel. Der Schwede Jan Kraus schweigt. „Ich gehe“, sagte der Schwede.",
            ["Jan Kraus"],
        ),
        ("Einer Sprecherin des Gerichts zufolge ist das Urteil fertig.", ["Sprecherin des Gerichts"]),
        ("Angaben der Polizei zufolge war er betrunken.", ["Polizei"]),
        ("Einer Studie der Universität Aldorf zufolge schlafen alle.", ["Universität Aldorf"]),
        ("Ein Wirt, der alles weiß und nichts vergessen möchte, sagt es so: Der Wein sei zu süß.", ["Wirt"]),
        ("Wirtin Jana Roth versucht zu beruhigen: Man sei im Gespräch.", ["Jana Roth"]),
        ("Jana Roth lässt sich nicht davon abbringen, allein zu segeln: Sie sei bereit.", ["Jana Roth"]),
        ("Die Bilanz von Jan Kraus fällt knapp aus: Es sei ein gutes Jahr.", []),
        ("Jana Roth lacht. „Es geht“, sagt sie. Ob Jan Kraus das weiß? „Der weiß alles.“", ["Jana Roth"] * 2),
        ("„Es geht“, sagt Jana Roth. Ob Roth bleibt? „Der Vertrag läuft noch drei Jahre.“", ["Jana Roth", None]),
        ("„Es geht“, sagt Jana Roth. Ob er bleibt? „Was sonst?“ Er sei ihr sicher.", ["Jana Roth"] * 3),
        ("„Kaa“ sei zahm, beteuerte Jan Kraus.", ["Jan Kraus"]),
        ("Ob er nun geht, ließ Jan Kraus offen. Man werde sehen.", ["Jan Kraus"]),
        (
            "Lob kommt von der Gewerkschaft Brot und Bier. Es sei Zeit, hieß es aus der Zentrale.",
            ["Gewerkschaft Brot und Bier"],
        ),
        ("Lob kommt vom Bund der Wirte. Es sei Zeit, hieß es dort.", ["Bund der Wirte"]),
        ("Jan Kraus gewann. Der 22-jährige Tiroler überholte Paul Renn. „Schön war das“, sagte er.", ["Jan Kraus"]),
        (
            "Jan Kraus gewann. Zweiter wurde der Schwede Paul Renn. Es sei schwer gewesen, sagte der Sieger.",
            ["Jan Kraus"],
        ),
        ("Jan Kraus verlor gegen Paul Renn. Renn nahm es gelassen. Es sei Glück, sagte der Kärntner.", ["Paul Renn"]),
        ("Wirt Jan Kraus sagte als Zeuge aus. Paul Renn schwieg. Es sei spät gewesen, so der Zeuge.", ["Jan Kraus"]),
        ("Eine Gutachterin kam. Ein Defekt scheide aus, so die Sachverständige.", ["Gutachterin"]),
        ("Anwalt Jan Kraus wartet. Der Anwalt der Klägerin nannte das „in allem falsch“.", ["Anwalt der Klägerin"]),
        ("Verteidigerin Jana Roth kam. „Er war es nicht“, sagte die Anwältin.", ["Jana Roth"]),
        ("Jana Roth wartet. „Er redet nur mit Zahlen“, spottet die Hutmacherin.", ["Jana Roth"]),
        (
            "Das sei gut, sagte Sprecher Jan Kraus. Der Filialleiter sagte: „Wir warten noch.“",
            ["Jan Kraus", "Filialleiter"],
        ),
        (
            "Der Preis sei verdreifacht, schrieb Jana Roth in einem Brief. „Ich gehe“, heißt es weiter.",
            ["Jana Roth"] * 2,
        ),
        ("Der Preis sei verdreifacht, sagte Jana Roth. „Ich gehe“, heißt es weiter.", ["Jana Roth", None]),
        ("Sein Verein werde klagen, kündigte Jan Kraus an. „Wir lassen uns nicht erpressen!“", ["Jan Kraus"] * 2),
        ("Jana Roth wartet. Der Chef, Meister Jan Kraus, kam. „Wir warten noch“, sagte er.", ["Jan Kraus"]),
        ("Jana Roth wartet. Für sie ist klar: „Zuerst kommt das Dach dran.“", ["Jana Roth"]),
        ("Paul Renn gewann. Renns Oma Hermine kam. „Ich habe gezittert“, sagte Hermine.", [None]),
        ("Ein Bub kommt zu Jan Kraus. „Der geht nach“, sagt er.", [None]),
        ("Jan Kraus sitzt da. Ein Bub kommt herein. „Der geht nach“, sagt er.", ["Bub"]),
        (
            "Wirt Jan Kraus sagt, es gehe nicht um Roth. Jana Roth schweigt. Das glaube sie nicht, sagt sie.",
            ["Jan Kraus", "Jana Roth"],
        ),
        (
            "Mieterin findet Hund: „Da kam ein Wolf“\n\nJana Roth lacht. „Da kam ein Wolf“, sagt sie.",
            ["Jana Roth"] * 2,
        ),
        (
            "Laut Primar Jan Kraus fehlt Geld. Vom Bus hält Kraus wenig: „Der fährt zu selten bis zum Tal.“",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "„Es geht“, sagt der Paläoklimatologe Pirmin Kraus. Von einem „wichtigen Stück“ spricht Kraus dennoch.",
            ["Pirmin Kraus", "Pirmin Kraus"],
        ),
        ("Jan Kraus lobte den Sieg.\n\nBitter für Aldorf: Auch Torwart Lasse Roth droht auszufallen.", []),
        ("Die Händler begrüßten den Plan, forderten aber, die Stadt müsse mehr tun.", ["Händler"]),
        ("Jana Roth lobte den Plan, mahnte jedoch, die Stadt müsse mehr tun.", ["Jana Roth"]),
        ("Das Amt begrüßte den Plan, warnte zugleich, man dürfe nicht warten.", ["Amt"]),
        (
            "Man könne das nicht zahlen, sagte Jan Kraus. Die Fraktion werde „nie und nimmer“ zustimmen.",
            ["Jan Kraus", "Jan Kraus", "Jan Kraus"],
        ),
        ("Die Fraktion werde dem „nie und nimmer“ zustimmen, sagte Jana Roth.", ["Jana Roth", "Jana Roth"]),
        (
            "Jana Roth sucht ihren Hund. Die Familie klebt Zettel. Nichts. „Ich gebe nicht auf“, sagt sie leise.",
            ["Jana Roth"],
        ),
        (
            "Jan Kraus schwieg.\n\nDer Gutachter, ein Chemiker aus Graz, zögert nicht. Das Gift sei alt, sagt er.",
            ["Gutachter"],
        ),
        ("Jana Roth schwieg.\n\nDie Zeugin, eine Köchin aus Graz, zögert nicht. „Es war spät“, sagt sie.", ["Zeugin"]),
        (
            "Jan Kraus schwieg.\n\nDer Sachverständige, ein Maurer, zögert nicht. Der Riss sei alt, führt er aus.",
            ["Sachverständiger"],
        ),
        (
            "Ein Kenner der Branche, der nicht genannt werden will, winkt ab. Die Maschinen seien alt, sagt er.",
            ["Kenner der Branche"],
        ),
        ("Die Bäume fallen, weil sie laut einem Gutachten krank sind.", ["Gutachten"]),
        ("Jana Roth blieb, obwohl der Zug laut Jan Kraus fuhr.", ["Jan Kraus"]),
        ("Laut einer Umfrage des Verbands fehlen Leute.", ["Umfrage des Verbands"]),
        ("Laut dem Brief von Jan Kraus ist alles fertig.", ["Jan Kraus"]),
        ("Schuld ist der Studie zufolge der Staub, der alles bedeckt.", ["Studie"]),
        ("Laut einer Studie schlafen alle.", ["Studie"]),
        (
            "Minister Kraus: Pfand auf Dosen ist überfällig\n\nJan Kraus legt vor. „Es brennt“, sagte Kraus.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "Roth: Ohne den Zug wird das Dorf still\n\nJana Roth warnt. „Es wird still“, sagte sie.",
            ["Jana Roth", "Jana Roth"],
        ),
        ("Jana Roth: Die Diva kehrt zurück\n\nJana Roth kommt. „Es wird schön“, sagte sie.", ["Jana Roth"]),
        ("Kraus: Der lange Weg nach oben\n\nJan Kraus ist sauer. „Das ist zu wenig“, sagte er.", ["Jan Kraus"]),
        ("Fußball: Aldorf gewinnt wieder\n\nJana Roth jubelt. „Es war schön“, sagte Roth.", ["Jana Roth"]),
        (
            "Ärztin Jana Roth hat Helga Moll untersucht. Ihr Urteil: Helga ist gesund. Sie könne gehen, erklärt sie.",
            ["Jana Roth", "Jana Roth"],
        ),
        ("Jan Kraus prüft den Bau. Sein Fazit: Das Dach hält noch zehn Jahre.", ["Jan Kraus"]),
        ("Jan Kraus prüft den Bau. Sein Hobby: Er malt Bilder.", []),
        (
            "Die Polizei nahm einen Fahrer fest. Sprecher Jan Kraus kam. Er habe nichts getrunken, sagte der Mann.",
            ["Mann"],
        ),
        ("Ein Mann fiel in den Bach. Retter Jan Kraus zog ihn heraus. Es sei kalt gewesen, sagte der Mann.", ["Mann"]),
        ("Die Richterin Jana Roth fragte nach. „Ich war zu Hause“, sagte die Frau.", ["Frau"]),
        ("Jana Roth (34) und Ina Moll (41) kamen. „Das war schön“, sagte die 41-Jährige.", ["Ina Moll"]),
        ("Jana Roth (34) kam. „Das war schön“, sagte die 43-Jährige.", [None]),
        (
            "Still. Nein. Doch. Ja. Laut Arzt Jan Kraus fehlt Geld. „Es ist weg“, sagt der Leiter der Klinik.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "Still. Nein. Doch. Ja. Laut Ärztin Jana Roth fehlt Geld. „Es ist weg“, sagt der Leiter der Klinik.",
            ["Jana Roth", "Leiter der Klinik"],
        ),
        (
            "Still. Nein. Doch. Ja. Laut Minister Jan Kraus fehlt Geld. „Es ist weg“, sagt der Leiter der Klinik.",
            ["Jan Kraus", "Leiter der Klinik"],
        ),
        (
            "Detlef Wünsche kam. Die Stadt, so Wünsche weiter, hafte für jeden Ast. Man habe alles geprüft.",
            ["Detlef Wünsche", "Detlef Wünsche"],
        ),
        ("Die Halle, so die Ministerin zudem, sei zu klein. Jana Roth schwieg.", ["Ministerin"]),
        ("Der Deich, so Jan Kraus gestern, halte noch zehn Jahre.", ["Jan Kraus"]),
        ("Das Land stelle Geld bereit, so Jana Roth, zwei Ärzte hätten zugesagt.", ["Jana Roth", "Jana Roth"]),
        (
            "Die Gemeinde spare, rechnete Jan Kraus vor. Die Ausleihen gingen zurück, morgens kämen keine fünf Leser.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "Ein Sprecher der Bank wollte sich nicht zu dem Fall äußern. Allgemein gelte, dass man zahlen müsse.",
            ["Sprecher der Bank"],
        ),
        ("Eine Sprecherin des Amts wollte nichts ausschließen. Man prüfe noch.", ["Sprecherin des Amts"]),
        ("Jan Kraus misst. Zwei Drittel stammen seinen Berechnungen zufolge aus der Gülle.", ["Jan Kraus"]),
        ("Jana Roth misst. Ihrer Studie zufolge fehlen hundert Vögel.", ["Jana Roth"]),
        (
            "Jan Kraus kündigte an, zu bauen. Die Kosten betragen demnach drei Millionen Euro.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        ("Das Amt teilte mit, die Brücke sei zu. Autos müssen demnach über Aldorf fahren.", ["Amt", "Amt"]),
        ("Die Kosten betragen demnach drei Millionen Euro. Jan Kraus schwieg.", []),
        ("„Ich höre es“, sagt Jana Roth. Ob sie sich freue, wenn er aufhört? Sie überlegt.", ["Jana Roth", None]),
        ("Jana Roth war Köchin und hört nach eigener Auskunft keinen Unterschied.", ["Jana Roth"]),
        ("Die Firma wächst und zahlt nach eigenen Angaben gut.", ["Firma"]),
        (
            "Kantor Jan Kraus hält sie für klug. Andere Firmen hätten abgeraten. Ina Moll sei ins Rohr gestiegen.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        ("Jan Kraus feiert. Andere Firmen hätten verloren. Er lacht.", []),
        ("Die Gewerkschaft etwa verlangt, dass alle bleiben.", ["Gewerkschaft"]),
        ("Die Opposition dagegen bemängelt, dass Geld fehlt.", ["Opposition"]),
        ("Das Amt verlangt, den Saal zu räumen, und droht mit Strafe.", ["Amt"]),
        ("Der Verband bezweifelt, dass die Zahlen stimmen.", []),
        ("Das Amt beschließt, die Halle zu räumen.", []),
        ("Der Beamte, der alles bezweifelt, geht.", []),
        ("Es sei alles erfolgt, heißt es in einer Stellungnahme der Rauhkogelbahnen AG.", ["Rauhkogelbahnen AG"]),
        (
            "Ein Verdacht bestehe, sagte Jana Roth. Beschuldigt werden demnach zwei Techniker. Sie hätten geschwiegen.",
            ["Jana Roth", "Jana Roth", "Jana Roth"],
        ),
        (
            "Enno Harms nennt Gründe: Die Preise seien gestiegen, Leute fehlten, und der Laden verkaufe billiger.",
            ["Enno Harms"],
        ),
        (
            "Es war Brandstiftung. Das sagte eine Polizeisprecherin am Sonntag. Demnach wurden Spuren entdeckt.",
            ["Polizeisprecherin"],
        ),
        ("Das Amt hat gezählt. Das teilte Jana Roth mit. Demnach fehlen hundert Vögel.", ["Jana Roth"]),
        ("Es war knapp. Jana Roth lacht. Demnach fehlen hundert Vögel.", []),
        ("Eine 62 Jahre alte Nachbarin sagte, sie habe einen Knall gehört.", ["Nachbarin"]),
        ("Nach Angaben einer 80 Jahre alten Zeugin war es dunkel.", ["Zeugin"]),
        ("Die 19 Jahre alte Schwimmerin Ina Moll sagte, sie sei müde.", ["Ina Moll"]),
        ("Ein 34 Jahre alter Radfahrer kam. Er sei müde, sagte er.", ["Radfahrer"]),
        ("Jana Roth weiß genau, was ihr fehlt: „Zeit und Geld, sonst nichts.“", ["Jana Roth"]),
        ("Das Amt weiß, was fehlt: „Zeit und Geld, sonst nichts.“", [None]),
        ("Die Wirtin Ina Moll erinnert sich, wie alles begann: „Wir hatten nichts.“", ["Ina Moll"]),
        (
            "Eine Altenpflegerin ist frei. Richterin Jana Roth ging. Die Pflegerin schwieg. „Ich bin müde“, sagte sie.",
            ["Pflegerin"],
        ),
        (
            "Ein Lkw-Fahrer sah alles. Polizist Jan Kraus kam. Der Fahrer war ruhig. „Ich habe gebremst“, sagte er.",
            ["Fahrer"],
        ),
        (
            "Jan Kraus ist ein Lkw-Fahrer. Es war spät. Der Fahrer war ruhig. „Ich habe gebremst“, sagte er.",
            ["Jan Kraus"],
        ),
        ("Ina Moll, eine Lehrerin aus Ulm, kam. Die Lehrerin war ruhig. „Ich habe Zeit“, sagte sie.", ["Ina Moll"]),
        ("Jan Kraus ist ein geduldiger Angler. Es war spät. „Ich habe Zeit“, sagte er.", ["Jan Kraus"]),
        ("Jan Kraus war da. Mit ihm war ein Angler gekommen. „Ich habe Zeit“, sagte er.", ["Angler"]),
        ("Tierarzt Jan Kraus kennt das. Die neue Ordnung verteidigt der Mediziner: Sie sei gut.", ["Jan Kraus"]),
        ("Jana Roth ist Architektin. Den Plan lobte die Architektin: Er sei gut.", ["Jana Roth"]),
        ("Die Zahl nannte der Ministerin ein Beamter: Es seien zehn.", [None]),
        ("Der Träger des Heims teilte mit, man habe alles geändert.", ["Träger des Heims"]),
        (
            "Wirtin rettet Schwan: „Er hat gebissen, aber egal“\n\nWirtin Ina Moll sprang. „Es war kalt“, sagt Moll.",
            ["Ina Moll", "Ina Moll"],
        ),
        (
            "Imker schlägt Alarm: „Es gibt kaum noch Honig“\n\nImker Jan Kraus zählt. „Schlimm“, sagt Imker Ole Brix.",
            ["Imker", "Ole Brix"],
        ),
        ("Die Kasse sieht sich nicht in der Pflicht. Man habe gezahlt, heißt es dort.", ["Kasse"]),
        ("Das Rathaus wehrt sich. Man habe alles getan, heißt es dort.", ["Rathaus"]),
        ("Jana Roth klagt. Die Kosten seien zu hoch, heißt es dort.", [None]),
        ("Der Minister klagt. Die Kosten seien zu hoch, heißt es dort.", [None]),
        ("Jana Roth sprang ins Wasser. „Ich hab gezittert“, erzählt die mutige Frau.", ["Jana Roth"]),
        ("Eine Taucherin half. Jana Roth sprang. „Ich hab gezittert“, erzählt die mutige Frau.", ["mutige Frau"]),
        (
            "Nachbar Günter Prill fand sie. Prill zu unserem Reporter: „Die war ganz entspannt und satt.“",
            ["Günter Prill"],
        ),
        ("Die Kunden, so Jan Kraus, müssten ihr Geld auf ein „sicheres Konto“ überweisen.", ["Jan Kraus"]),
        ("Jan Kraus sagt, man müsse „sicher und schnell“ arbeiten.", ["Jan Kraus", "Jan Kraus"]),
        ("Jan Kraus sagt, der Wind sei stark. Das Lager brannte. Hätte er gedreht, wäre alles weg.", ["Jan Kraus"]),
        ("„Es brennt“, sagt Jan Kraus. Hätte der Wind gedreht, wäre alles weg.", ["Jan Kraus"]),
        ("Laut Aussage des Fahrers war die Ampel grün.", ["Fahrer"]),
        ("Laut Angaben der Polizei war es glatt.", ["Polizei"]),
        ("Laut Auskunft von Jan Kraus ist alles fertig.", ["Jan Kraus"]),
        ("Laut eigenen Angaben ist Jana Roth satt.", ["Jana Roth"]),
        ("Laut einem Bericht des Wetterdiensts war es warm.", ["Bericht des Wetterdiensts"]),
        (
            "Da sei nichts gewesen, sagt Jana Roth. Kein Tisch, kein Stuhl. Man habe gewartet.",
            ["Jana Roth", "Jana Roth", "Jana Roth"],
        ),
        (
            "Da sei nichts gewesen, sagt Jan Kraus. Nur ein leeres Feld. Er habe geweint.",
            ["Jan Kraus", "Jan Kraus", "Jan Kraus"],
        ),
        ("Da sei nichts gewesen, sagt Jan Kraus. Ein leeres Feld. Der Wind weht.", ["Jan Kraus"]),
        ("Da sei nichts gewesen, sagt Jan Kraus. Und nun?\n\nEr habe geweint.", ["Jan Kraus"]),
        ("Laut Fahrplan fährt der Zug um drei.", [None]),
        ("Laut Feuerwetterdienst brennt es bald.", ["Feuerwetterdienst"]),
        ("„Kalte, kalte Küche“ heißt ihr Roman, den Jana Roth schrieb.", []),
        ("„Volltanken, aber bitte“ hieß die Ausstellung.", []),
        (
            "Ihre Partei werde sammeln, sagte Jana Roth. 300 wären nötig. „Wir haben sie bald“, sagte sie.",
            ["Jana Roth", "Jana Roth"],
        ),
        (
            "Die Lage sei ernst, sagte Jana Roth. Viele wären froh. Man könne helfen.",
            ["Jana Roth", "Jana Roth", "Jana Roth"],
        ),
        (
            "„Wir haben uns verloren“\n\nDann kam Jana Roth. „Wir haben uns bald im Streit verloren“, schrieb sie.",
            ["Jana Roth", "Jana Roth"],
        ),
        (
            "„Wir haben uns gefunden“\n\nDann kam Jana Roth. „Wir haben uns bald im Streit verloren“, schrieb sie.",
            [None, "Jana Roth"],
        ),
        ("Der Bau stockt, weil er aus Sicht der Gemeinde zu teuer ist.", []),
        ("Die Not habe sie geprägt, sagt Jana Roth, die Not und der Hunger.", ["Jana Roth", "Jana Roth"]),
        ("Die Not habe sie geprägt, sagt Jana Roth, die Wirtin.", ["Jana Roth"]),
        (
            "Jana Roth sprach lange. Im Mai habe der Vorstand versichert, der Standort sei sicher.",
            ["Jana Roth", "Vorstand"],
        ),
        (
            "Da sei nichts gewesen, sagt Jana Roth. Der Besitzer habe gesagt, er wisse von nichts.",
            ["Jana Roth", "Jana Roth", "Besitzer"],
        ),
        (
            "Da sei nichts gewesen, sagt Jan Kraus. Die Wirtin habe ihm angeboten, er könne bleiben.",
            ["Jan Kraus", "Jan Kraus", "Wirtin"],
        ),
        (
            "Da sei nichts gewesen, sagt Jan Kraus. Die Wirtin habe geglaubt, er komme zurück.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        ("Da sei nichts gewesen, sagt Jan Kraus. Der Chef habe versprochen, ihn zu holen.", ["Jan Kraus", "Jan Kraus"]),
        ("Jana Roth widerspricht. Sie habe lediglich erklärt, sie werde kämpfen.", ["Jana Roth"]),
        ("Die Wirtin erklärt, man habe nichts gehört.", ["Wirtin"]),
        ("Der Betreiber versichert, das Wasser sei sauber; die Pumpe werde getauscht.", ["Betreiber", "Betreiber"]),
        ("Der Bund bestätigt, es gebe kein Geld.", ["Bund"]),
        ("Jan Kraus las die Studie. Dieser zufolge schläft niemand.", ["Studie"]),
        ("Jana Roth schickte einen Bericht. Dem zufolge ist das Dach morsch.", ["Bericht"]),
        ("Laut Tierheim sind alle Hunde gesund.", ["Tierheim"]),
        ("Laut Seilbahnservice fährt die Bahn.", ["Seilbahnservice"]),
        ("Aus dem Ministerbüro hieß es, man prüfe das.", ["Ministerbüro"]),
        ("Aus der Staatskanzlei hieß es, man prüfe das.", ["Staatskanzlei"]),
        ("Jan Kraus kennt den Bericht, wonach die Brücke morsch sei.", ["Bericht"]),
        ("Jan Kraus nahm Hinweise ernst, wonach das Öl giftig sei.", [None]),
        ("Das Werk löste Alarm aus. Der Stoff sei ungefährlich, hieß es.", ["Werk"]),
        ("Die Bahn warnt vor Staus. Man arbeite daran, heißt es.", ["Bahn"]),
        ("Jana Roth warnt vor Glätte. Man arbeite daran, heißt es.", [None]),
        ("Jana Roth lacht. Sie bleibe, sagte die ehemalige Lehrerin.", ["Jana Roth"]),
        ("Paul Renn lacht. Er bleibe, sagte der frühere Minister.", ["Paul Renn"]),
        ("Paul Renn lacht. Jana Roth kam. Er bleibe, sagte der gelernte Koch.", ["Paul Renn"]),
        ("Inhaberin Jana Roth lacht. Ina Moll kam. „Wir warten“, sagte die Chefin.", ["Jana Roth"]),
        (
            "Staatsanwältin Jana Roth liest. Verteidigerin Ina Moll schweigt. Das sei falsch, so die Anwältin.",
            ["Ina Moll"],
        ),
        ("Staatsanwalt Jan Kraus liest. Das sei falsch, so der Anwalt.", ["Anwalt"]),
        ("Einsatzleiter Jan Kraus kam.\n\nDer Bauer wurde wach. „Ich lief“, sagte der 40-Jährige.", ["Bauer"]),
        ("Einsatzleiterin Jana Roth kam.\n\nDie Bäuerin wurde wach. „Ich lief“, sagte die 40-Jährige.", ["Bäuerin"]),
        ("Gemeinderat Jan Kraus kam. „Ich lief“, sagte der 40-Jährige.", ["Jan Kraus"]),
        ("„Müde?“, fragte Jan Kraus zurück. „Ich bin hellwach.“", ["Jan Kraus", "Jan Kraus"]),
        ("„Müde?“, hakte Jan Kraus nach. „Ich bin hellwach.“", ["Jan Kraus", None]),
        ("„Ich habe zu ihr gesagt: ‚Geh nach Hause‘“, erzählt Jan Kraus.", ["Jan Kraus", "Jan Kraus"]),
        ("„Da sagte ich: ‚Geh nach Hause‘“, erzählt Jana Roth.", ["Jana Roth", "Jana Roth"]),
        ("„Da sagte er: ‚Geh nach Hause‘“, erzählt Jana Roth.", ["Jana Roth", None]),
        ("Auf die Frage, was fehle, lacht Jan Kraus nur. Er habe alles.", [None, "Jan Kraus"]),
        ("Auf die Frage, wie es weitergehe, schweigt Jana Roth lange. Sie wisse es nicht.", [None, "Jana Roth"]),
        ("Auf die Frage, wie es weitergehe, weiß niemand eine Antwort. Sie wisse es nicht.", [None, None]),
        (
            "Jan Kraus siegte. Dann stand er auf, dankte seinem Trainer Paul Renn und ging. „Schön“, sagte er.",
            ["Jan Kraus"],
        ),
        ("Jana Roths Verteidiger steht auf. Sie werde schweigen, sagt er.", ["Verteidiger"]),
        ("Jan Kraus' Anwältin steht auf. Er werde schweigen, sagt sie.", ["Anwältin"]),
        ("Ein Zeuge, der Maurer Jan Kraus, kam. Es sei dunkel gewesen, sagt er.", ["Jan Kraus"]),
        ("Eine Zeugin, die Köchin Ina Moll, kam. Es sei dunkel gewesen, sagt sie.", ["Ina Moll"]),
        ("Noch einmal zu siegen, sei schwer, sagt Jana Roth.", ["Jana Roth"]),
        ("Zehn Wagen will der Verein nach eigenen Angaben kaufen.", ["Verein"]),
        ("Geld hat die Stadt nach eigenen Angaben keines.", ["Stadt"]),
        (
            "Der Beschuldigte habe gestohlen, heißt es. Das bestreitet er. Er sei krank, erzählt er.",
            [None, "Beschuldigter"],
        ),
        ("Staatsanwalt Jan Kraus liest. Am Ende spricht der Angeklagte. Er bereue alles.", ["Angeklagter"]),
        (
            "„Es ging schief“, sagte Jan Kraus. „Und dann?“, fragte Jana Roth. „Dann bin ich gegangen.“",
            ["Jan Kraus", "Jana Roth", "Jan Kraus"],
        ),
        (
            "„Es ging schief“, sagte Jan Kraus. „Warum ist das so?“, fragte Jana Roth. „Wir müssen das ändern.“",
            ["Jan Kraus", "Jana Roth", "Jana Roth"],
        ),
        ("Jan Kraus lacht. „Das war viel.“ Einmal habe er geweint.", ["Jan Kraus", "Jan Kraus"]),
        ("Jana Roth und ihr Team haben gezählt, wie oft Gäste das Bad loben.", []),
        ("Zwei mit der Sache vertraute Personen berichten, er sei krank.", ["vertraute Personen"]),
        ("Von Mira Stolz\n\nJana Roth leitet den Chor. „Wir üben jeden Tag“, sagt sie.", ["Jana Roth"]),
        ("Alex Kern, Bern\n\nDie Wirtin Jana Roth schließt. Sie habe genug, erzählt sie.", ["Jana Roth"]),
        ("Gemäß dem Landesamt sinkt der Pegel.", ["Landesamt"]),
        ("Gemäss einer Sprecherin der Bahn fällt der Zug aus.", ["Sprecherin der Bahn"]),
        ("Der Steg ist gemäß Bürgermeister Jan Kraus gesperrt.", ["Jan Kraus"]),
        ("Gemäss der Studie fehlen Daten.", ["Studie"]),
        ("Gemäß Paragraf 12 ist das Grillen verboten.", [None]),
        ("Der Vorstand des TuS Aldorf tagte. Der SV Aldorf teilte mit, dass der Trainer gehe.", ["SV Aldorf"]),
        ("Der FC Moorau will das nicht kommentieren. Man prüfe den Fall, teilte der FC Moorau mit.", ["FC Moorau"]),
        ("Der im Dorf aufgewachsene Maler Jan Kraus nannte den Plan „dumm und teuer“.", ["Jan Kraus"]),
        ("Die nicht mit dem Fall befasste Richterin Jana Roth sprach von einem „harten Urteil“.", ["Jana Roth"]),
        ("Vor der Halle warten viele Mieter. „Wir zahlen das nicht“, ruft einer.", ["Mieter"]),
        ("Auf dem Hof stehen Landwirte. „Das reicht nicht“, sagt einer der Landwirte.", ["Landwirt"]),
        (
            "Die Reederei bestätigte, dass zwei Schiffe verkauft werden. Man brauche das Geld, hieß es.",
            ["Reederei", "Reederei"],
        ),
        (
            "Das Ministerium lehnte ab, mehr zu zahlen. Der Haushalt gebe das nicht her, hieß es.",
            ["Ministerium", "Ministerium"],
        ),
        ("Jana Roth lachte, das Dach sei alt. Und dann, leiser: „Wir auch.“", ["Jana Roth", "Jana Roth"]),
        (
            "Der Koch Jan Kraus erzählt, er suche. Schwierig sei vor allem eines: „Keiner will abends arbeiten.“",
            ["Jan Kraus", "Jan Kraus", "Jan Kraus"],
        ),
        (
            "Die Meisterin Jana Roth sagt, die Lage sei ernst. Klar sei: „Ohne Holz kein Haus.“",
            ["Jana Roth", "Jana Roth", "Jana Roth"],
        ),
        ("Die Halle sei marode, sagte Jan Kraus. Zudem fehlten Duschen.", ["Jan Kraus", "Jan Kraus"]),
        (
            "Jana Roth ging.\n\nIhr Anwalt Jan Kraus sieht das anders. Seine Mandantin sei krank, erklärt er.",
            ["Jan Kraus"],
        ),
        (
            "Paul Renn schwieg.\n\nSein Trainer Jan Kraus wird deutlicher. „Er muss mehr laufen“, sagt er.",
            ["Jan Kraus"],
        ),
        ("Jana Roth fragte ihren Bruder. Der meinte, das sei zu teuer.", ["Bruder"]),
        ("Paul Renn rief eine Nachbarin. Die schwor, sie habe nichts gesehen.", ["Nachbarin"]),
        ("Jan Kraus bat seine Tochter um Rat. Das Auto sei zu alt, sagte die sofort.", ["Tochter"]),
        ("Jana Roth rief bei Jan Kraus an. Der winkte ab. Er habe keine Zeit.", ["Jan Kraus"]),
        ("Die Sprecherin wollte weder bestätigen noch dementieren, dass der Laden schließt.", []),
        ("Sollte sich der Verdacht bestätigen, müsste auch der Chef gehen.", []),
        ("CEO Jana Roth räumt auf. Man habe zu viel gewollt, sagt die Firmenchefin.", ["Jana Roth"]),
        ("Ermittlerin Jana Roth suchte ein Jahr lang. „Er war schlau“, so die Kommissarin.", ["Jana Roth"]),
        (
            "„Das geht gut“, sagt Jan Kraus, der Trainer. Laut dem Coach fehlt nur ein Stürmer.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "Jana Roth wartet am Tor. Neben ihr parkt ein Bus. Es regnet. Keiner kommt. „Das kenne ich“, sagt sie.",
            ["Jana Roth"],
        ),
        (
            "„Das ist schwer“, sagt Jana Roth und zeigt auf den Acker. Dort fährt ein Traktor. „Der hilft uns sehr.“",
            ["Jana Roth", "Jana Roth"],
        ),
        (
            "„Ich war noch klein“, erzählt Jan Kraus. Das Haus steht seit Jahren leer. „Es fehlte an Geld.“",
            ["Jan Kraus", "Jan Kraus"],
        ),
        ("„Wir haben gewartet“, sagt Jana Roth. Dann kam der Arzt. „Sie sind gesund.“", ["Jana Roth", None]),
        (
            "„Ich komme aus Bern“, sagt Jan Kraus. Er sortiert Briefe. 3000 Leute hätten unterschrieben.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "„Wir messen jede Nacht“, sagt Jana Roth. Ihr Team will im Mai wieder messen. Die ersten Daten seien gut.",
            ["Jana Roth", "Jana Roth"],
        ),
        (
            "„Das reicht nicht“, klagt Jana Roth. Zehn Euro soll sie zahlen. Das Geld habe sie nicht.",
            ["Jana Roth", "Jana Roth"],
        ),
        (
            "„Ich will Pilot werden“, sagt Tom Brix (8). Der Achtjährige sitzt im Cockpit. „Das waren tausend Knöpfe!“",
            ["Tom Brix", "Tom Brix"],
        ),
        ("Die Baufirma wehrt sich. Man habe sich an alle Regeln gehalten.", ["Baufirma"]),
        ("Der Konzern verteidigt den Schritt. Die Kosten seien zu hoch.", ["Konzern"]),
        ("Die Bank weist das zurück. Es habe nie Verträge gegeben.", ["Bank"]),
        (
            "Jan Kraus baut Geigen. Eine gute Geige brauche Zeit, sagt er, manchmal ein halbes Leben.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        (
            "Jan Kraus sagt, man habe alles versucht. Drei Banken hätten abgelehnt, die vierte habe geschwiegen.",
            ["Jan Kraus", "Jan Kraus"],
        ),
        ("Studie: Bienen meiden rotes Licht\n\nDie Bienen leben im Wald.", ["Studie"]),
        ("Bahn steht still – Gewerkschaft: Weitere Streiks möglich\n\nAm Montag fuhr kein Zug.", ["Gewerkschaft"]),
        ("Polizei: Fahrer war betrunken\n\nAm Montag stand ein Auto im Bach.", ["Polizei"]),
        ("Interview: Wie Bienen leben\n\nDie Bienen leben im Wald.", []),
        ("Berlin: Regen fällt auf den Reichstag\n\nEs regnet.", []),
        ("Jana Roth wollte sich nicht äußern. Roth selbst winkte ab. Sie träume von mehr Schlaf.", ["Jana Roth"]),
        ("Volkswirtschaftsdirektor Jan Kraus kam. „Das ist kein Stil“, findet der Regierungsrat.", ["Jan Kraus"]),
        (
            "Deutliche Kritik übte der Handwerksverband. Die Bank würge alles ab, hieß es in einer Mitteilung.",
            ["Handwerksverband"],
        ),
        (
            "Pfarrer Jan Kraus schwieg. Deutliche Worte fand die Wirtin Jana Roth. Das sei Unrecht, sagte sie.",
            ["Jana Roth"],
        ),
        ("Links sammelt Gudrun Eckert Unterschriften. Eckert lacht. „Es geht los“, sagt sie.", ["Gudrun Eckert"]),
        (
            "„Wir ziehen nicht weg“\n\n„Mein Mann war hier“, sagt Jana Roth. „Hier bleibe ich.“ „Es ist mein Hof.“",
            ["Jana Roth", "Jana Roth", "Jana Roth", "Jana Roth"],
        ),
        (
            "„Alles ist gut“\n\n„Das ist nötig“, sagt Jan Kraus. „Das ist dumm“, sagt Jana Roth.",
            [None, "Jan Kraus", "Jana Roth"],
        ),
        (
            "Jan Kraus kam mit Paul Renn.\n\nIm Gasthof brennt noch Licht. „Heute ist nichts los“, sagt der Wirt.",
            ["Wirt"],
        ),
        (
            "Der Umbau sei teuer, sagte Jana Roth. Besonders die Preise stiegen. Man müsse warten, sagte Roth.",
            ["Jana Roth", "Jana Roth", "Jana Roth"],
        ),
    ],
)
def test_who_speaks(text, speakers, lexicon):
    assert [quote.speaker for quote in analysis_of(text, lexicon).quotes] == speakers


@pytest.mark.parametrize("row", marked_rows())
def test_what_is_marked_is_found_with_its_speaker(row, lexicon):
    text, gold = gold_quotes.parsed(row.replace("¶", "\n\n"))
    ours = sorted(analysis_of(text, lexicon).quotes, key=lambda quote: (quote.start, -quote.end))
    marked = sorted(gold, key=lambda one: (one.start, -one.end))
    expected = [(one.kind, text[one.start : one.end].rstrip(_ENDS), one.speaker) for one in marked]
    assert [(one.kind[0], text[one.start : one.end].rstrip(_ENDS), one.speaker) for one in ours] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Der Bau sei gut, schreibt Jan Kraus, komme aber zu spät.", ["Der Bau sei gut", "komme aber zu spät"]),
        ("Der Bau, schreibt Jan Kraus, komme zu spät.", ["Der Bau, schreibt Jan Kraus, komme zu spät"]),
        (
            "Er habe sich, gestand Jan Kraus, nach dem Sturz nur hinlegen wollen.",
            ["Er habe sich, gestand Jan Kraus, nach dem Sturz nur hinlegen wollen"],
        ),
        (
            "Er hätte, räumt Jan Kraus ein, mit dem Zug weniger gezahlt.",
            ["Er hätte, räumt Jan Kraus ein, mit dem Zug weniger gezahlt"],
        ),
        ("Er habe Angst, gestand Jan Kraus, als alle schlafen wollen.", ["Er habe Angst"]),
        (
            "Jan Kraus meinte, man nehme jeden, nur klettern sollte er, wo es nötig sei.",
            ["man nehme jeden, nur klettern sollte er, wo es nötig sei"],
        ),
        ("Jan Kraus meinte, man nehme jeden, dann ging er.", ["man nehme jeden"]),
        (
            "Für das Dorf falle viel ab: Eine Million gehe in die Kasse, rechnete Jan Kraus vor.",
            ["Für das Dorf falle viel ab", "Eine Million gehe in die Kasse"],
        ),
        ("Der Plan habe Tücken: Lärm und Staub, warnte Jan Kraus.", ["Der Plan habe Tücken: Lärm und Staub"]),
        ("Jana Roth bestätigte, dass man prüfe; es sei spät.", ["dass man prüfe", "es sei spät"]),
        ("Er verhandle, so Jan Kraus, und sei guter Dinge.", ["Er verhandle", "und sei guter Dinge"]),
        (
            "Viele müssten nicht kommen, sagt Jan Kraus, hätten aber keine Wahl.",
            ["Viele müssten nicht kommen", "hätten aber keine Wahl"],
        ),
        ("Die Gäste kämen gern, meint Jan Kraus, hätten sie mehr Zeit.", ["Die Gäste kämen gern"]),
        ("Er habe ihn verloren, so Jan Kraus weiter, und sei gegangen.", ["Er habe ihn verloren", "und sei gegangen"]),
        ("Der Deich halte, so Jan Kraus, die Pumpen seien neu.", ["Der Deich halte", "die Pumpen seien neu"]),
        ("Jan Kraus blieb, obwohl der Zug laut Jana Roth fuhr.", ["der Zug laut Jana Roth fuhr"]),
        ("Der Zug, der laut Jan Kraus immer fährt, kommt nicht.", ["der laut Jan Kraus immer fährt"]),
        ("Jan Kraus blieb und will nach eigenem Bekunden helfen.", ["will nach eigenem Bekunden helfen"]),
        (
            "Jan Kraus versprach, den Hof, seit Jahren eine Ruine, wieder aufzubauen.",
            ["den Hof, seit Jahren eine Ruine, wieder aufzubauen"],
        ),
        (
            "Jan Kraus forderte, die Anlage, im Dorf „Lunge“ genannt, neu zu bauen.",
            ["die Anlage, im Dorf „Lunge“ genannt, neu zu bauen"],
        ),
        ("Jana Roth kam. Ihr Rat: Man soll warten, bis es hell ist.", ["Man soll warten, bis es hell ist"]),
        ("Er sei, so Jan Kraus, guter Dinge.", ["Er sei, so Jan Kraus, guter Dinge"]),
        ("Es sei Platz, sagt Jan Kraus, allerdings nur bis Mai.", ["Es sei Platz", "allerdings nur bis Mai"]),
        (
            "Jan Kraus lacht. Er lese gern, gesteht er, immer nur ein Stück, dann schlafe er ein.",
            ["Er lese gern", "immer nur ein Stück, dann schlafe er ein"],
        ),
        ("Es wird eng, laut Jana Roth fehlen zehn Leute.", ["fehlen zehn Leute"]),
        ("Laut Jana Roth fehlen zehn Leute; die Suche läuft.", ["fehlen zehn Leute"]),
        ("Laut Jana Roth fehlen zehn Leute; man suche sie.", ["fehlen zehn Leute", "man suche sie"]),
        ("Die Suche läuft; laut Jana Roth fehlen zehn Leute.", ["fehlen zehn Leute"]),
        ("Jana Roth nennt eine Studie, wonach das Eis schmelze.", ["das Eis schmelze"]),
        (
            "Das Haus zu verkaufen, komme nicht infrage, betont Jan Kraus.",
            ["Das Haus zu verkaufen, komme nicht infrage"],
        ),
    ],
)
def test_where_reported_speech_begins_and_ends(text, said, lexicon):
    assert [text[quote.start : quote.end] for quote in analysis_of(text, lexicon).quotes] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Jana Roth hat Bienen.|BLATT: Warum?|Roth: Vor allem Gift. Und Hunger.|BLATT: Was hilft?|Roth: Ruhe.",
            ["Vor allem Gift. Und Hunger.", "Ruhe."],
        ),
        (
            "Jan Kraus hilft.|Herr Kraus, was fehlt?|Leute. Wer will das schon?|Warum?|Das Geld.|Was hilft?|Geduld.",
            ["Leute. Wer will das schon?", "Das Geld.", "Geduld."],
        ),
        ("Termine: Das Fest ist um acht.|Ort: Wo ist es?|Roth: Jana Roth führt.|Roth: Sie singt.", []),
        ("Jan Kraus lacht.|Warum nicht?|Er wartet.|Was nun?|Er geht.|Und dann?|Er kommt.", []),
    ],
)
def test_answers_of_an_interview(text, said, lexicon):
    analysis = analysis_of(text.replace("|", "\n\n"), lexicon)
    found = [analysis.article.text[quote.start : quote.end] for quote in analysis.quotes]
    assert found == said
    assert all(quote.speaker and not quote.certain for quote in analysis.quotes)


def test_the_marks_of_the_gold_format_are_read():
    text, marked = gold_quotes.parsed("# note\nA sagt: „[[d|A|Ja.]]“ [[i|?|Er [[d|B|komme]].]]")
    assert text == "A sagt: „Ja.“ Er komme."
    assert [(text[one.start : one.end], one.kind, one.speaker) for one in marked] == [
        ("Ja.", "d", "A"),
        ("Er komme.", "i", None),
        ("komme", "d", "B"),
    ]


def test_figures_by_overlap_forgive_bounds_but_no_speaker(lexicon):
    text, marked = gold_quotes.parsed("[[i|Jan Kraus|Es gehe ihm gut]]: [[i|Jan Kraus|Er komme]]. „[[d|Jana Roth|Ja]]“")
    ours = [
        Quote(0, 25, "indirect", "Jan Kraus"),  # over both reported passages
        Quote(marked[2].start, marked[2].end, "direct", "Jan Kraus"),  # the right bounds, another speaker
        Quote(10, 20, "direct", "Jan Kraus"),  # another kind
        Quote(13, 17, "indirect", None),  # nobody: counts for nothing
    ]
    total = gold_quotes.Compared()
    gold_quotes.add(total, "", text, marked, ours, lexicon)
    assert (total.ours, total.ours_overlapping) == (3, 1)
    assert (total.named, total.named_overlapped) == (3, 2)
    assert "by overlap P  33.3 %  R  66.7 %" in str(total)


def test_a_court_is_no_company(lexicon):
    text = (
        "Die Papierfabrik Ahlbach hat beim Amtsgericht Rotheim einen Antrag gestellt. "
        "Betroffen seien alle Beschäftigten, teilte das Unternehmen am Montag mit."
    )
    speakers = {quote.speaker for quote in analysis_of(text, lexicon).quotes}
    assert "Amtsgericht Rotheim" not in speakers
