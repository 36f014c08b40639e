"""`learner stats`: what was practised and learnt."""

from datetime import datetime

import click

from learner.cli.speaking import sentence


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> None:
    """Totals of all practice."""
    import msgspec

    from learner.progress.statistics import statistics
    from learner.progress.store import Store

    with Store.open() as store:
        found = statistics(store.attempts(), store.words(), datetime.now().astimezone())
    if as_json:
        click.echo(msgspec.json.encode(found).decode())
        return
    if not found.attempts and not (found.known + found.learning):
        click.echo(sentence("cli.stats.nothing"))
        return
    points, possible = f"{found.points:g}", f"{found.possible:g}"
    click.echo(
        sentence(
            "cli.stats.attempts",
            attempts=found.attempts,
            points=points,
            possible=possible,
            days=found.days,
            streak=found.streak,
        )
    )
    for skill, total in found.skills.items():
        name = sentence(f"skill.{skill}")
        line = sentence("cli.practice.skill", skill=name, points=f"{total.points:g}", possible=f"{total.possible:g}")
        click.echo("  " + line)
    click.echo(sentence("cli.stats.words", known=found.known, learning=found.learning))
