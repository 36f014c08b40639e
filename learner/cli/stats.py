"""`learner stats`: what was practised and learnt."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from learner.cli.speaking import sentence

if TYPE_CHECKING:
    from learner.progress.statistics import Statistics


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--screen", is_flag=True, help="Show them in the interface, with plots.")
def command(as_json: bool, screen: bool) -> None:
    """Totals of all practice."""
    if screen:
        from learner.cli.open import show
        from learner.ui.start import Start

        show(Start(then="statistics"))
        return
    import msgspec

    from learner.progress.statistics import of_store
    from learner.progress.store import Store

    with Store.open() as store:
        found = of_store(store, datetime.now().astimezone())
    if as_json:
        click.echo(msgspec.json.encode(found).decode())
    elif not (found.attempts or found.reviews or found.known + found.learning):
        click.echo(sentence("cli.stats.nothing"))
    else:
        _tell(found)


def _tell(found: "Statistics") -> None:
    points, possible = f"{found.points:g}", f"{found.possible:g}"
    totals = {"attempts": found.attempts, "days": found.days, "streak": found.streak}
    click.echo(sentence("cli.stats.attempts", points=points, possible=possible, **totals))
    for skill, total in found.skills.items():
        name = sentence(f"skill.{skill}")
        line = sentence("cli.practice.skill", skill=name, points=f"{total.points:g}", possible=f"{total.possible:g}")
        click.echo(f"  {line}{f' · {total.level}' if total.level else ''}")
    click.echo(sentence("cli.stats.words", known=found.known, learning=found.learning))
    if found.retention:
        shares = {"remembered": f"{found.retention.remembered:.0%}", "predicted": f"{found.retention.predicted:.0%}"}
        click.echo(sentence("cli.stats.retention", count=found.retention.reviews, **shares))
    for leech in found.leeches:
        click.echo(f"  {leech.subject}: {sentence('ui.statistics.failed', count=leech.failed)}")
    click.echo(f"{sentence('ui.review.forecast')}: {', '.join(map(str, found.forecast))}")
