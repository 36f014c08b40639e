"""`learner check PATH...`: findings for authors, with file and line."""

from pathlib import Path

import click

from learner.cli.speaking import sentence, tell
from learner.packs.findings import Finding


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Notes count as faults.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array of findings.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], strict: bool, as_json: bool) -> None:
    """Check lesson folders; exit 1 where a fault (with --strict: or a note) is found."""
    import msgspec

    from learner.packs.checking import check

    findings = [finding for path in paths for finding in check(path)]
    if as_json:
        click.echo(msgspec.json.encode(findings).decode())
    else:
        for finding in findings:
            click.echo(_line(finding))
    faults = sum(finding.severity == "fault" for finding in findings)
    _tell_outcome(paths, faults, len(findings) - faults)
    ctx.exit(1 if faults or (strict and findings) else 0)


def _line(finding: Finding) -> str:
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    said = (sentence(f"{finding.key}.{part}", **finding.values) for part in ("what", "mend"))
    return f"{where}: {sentence(f'check.{finding.severity}')} [{finding.code}] {' '.join(said)}"


def _tell_outcome(paths: tuple[Path, ...], faults: int, notes: int) -> None:
    if not faults:
        for path in paths:
            tell("cli.check.clean", path=path)
    if faults or notes:
        click.echo(sentence("cli.check.counts", faults=faults, notes=notes), err=True)
