"""``deckgen explain``: all there is to know of one check, or of one code beside."""

import click

from deckgen.diagnostics import did_you_mean


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what a check finds, why it matters, and what to do instead; CODE may also be its name.

    Of what is told of keys, references and themes, say what it means. Without CODE, list the checks.
    """
    from deckgen import plugins
    from deckgen.checks.manual import manual

    known = sorted((manual(check) for check in plugins.checks()), key=lambda one: one.code)
    if code is None:
        width = max(len(one.name) for one in known)
        for one in known:
            click.echo(f"{one.code}  {one.name:{width}}  {one.severity:8} {one.sentence}")
        return
    wanted = next((one for one in known if code.lower() in (one.code.lower(), one.name)), None)
    if wanted is None:
        from deckgen.cli.codes import codes

        others = codes()
        other = next((one for one in others if code.lower() in (one.code.lower(), one.name)), None)
        if other:
            click.echo(f"{other.code} {other.name}\n\n{other.sentence}\n\nInstead\n  {other.remedy}")
            return
        names = [*(one.name for one in known), *(one.code for one in known)]
        names += [*(one.name for one in others), *(one.code for one in others)]
        otherwise = "run deckgen explain to list the checks"
        hint = did_you_mean(code, names, otherwise)
        raise click.UsageError(
            f"Nothing is called “{code}”: {hint if hint == otherwise else f'{hint} If not, {otherwise}'}"
        )
    click.echo(f"{wanted.code} {wanted.name} ({wanted.severity})\n\n{wanted.sentence}")
    for heading, told in wanted.parts.items():
        click.echo(f"\n{heading}\n  {told}")
    click.echo(f"\nIf it is meant: allow: [{wanted.name}] on the slide, or at the top of the deck.")
