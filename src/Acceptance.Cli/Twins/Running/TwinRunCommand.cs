using System.CommandLine;
using System.CommandLine.Parsing;

namespace Acceptance.Cli.Twins.Running;

/// <summary>`acceptance twin run -- CMD`: a twin, and a command that has it for its world.</summary>
internal static class TwinRunCommand
{
    private const string Name = "run";

    private const string Description =
        "Starts a twin, gives CMD its home, its programs and its environment, and returns CMD's exit code.\n\n"
        + "Examples:\n  acceptance twin run -- bash\n"
        + "  acceptance twin run --fault D-041 --rewrite -- bash block.sh\n"
        + "  acceptance twin run --scale hosts=8,servers=40 -- bash -c "
        + "'source ~/admin-openrc; openstack hypervisor list'";

    public static Command Make(TextWriter error, Func<string, string?> environment)
    {
        var start = new StartOptions();
        var (words, here, rewrite, fill, uncontained) = (Words(), Here(), Rewrite(), Fill(), Uncontained());
        var command = new Command(Name, Description) { words, here, rewrite, fill, uncontained };
        start.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                var cmd = Required(parsed.GetValue(words));
                var wishes = new RunWishes(
                    parsed.GetValue(here),
                    parsed.GetValue(rewrite),
                    Placeholders(parsed.GetValue(fill) ?? []),
                    parsed.GetValue(uncontained)
                );
                var options = start.Read(parsed) with { RunsOnForWaiters = true };
                return await new WorldOfCommand(options, wishes, environment, error).Run(cmd);
            }
        );
        return command;
    }

    private static Argument<string[]> Words() =>
        new("CMD") { Description = "The command and its arguments, after --.", Arity = ArgumentArity.ZeroOrMore };

    private static Option<bool> Here() =>
        new("--here")
        {
            Description =
                "CMD starts in the current folder and may write there; else it starts in the home of its world.",
        };

    private static Option<bool> Rewrite() =>
        new("--rewrite")
        {
            Description =
                "Reads 10.12 as the twin's address block in the scripts that CMD names, "
                + "and lists each change; without it they are refused.",
        };

    private static Option<string[]> Fill()
    {
        var fill = new Option<string[]>("--fill")
        {
            Description = "Fills the placeholder <NAME> of a script; more than once for more.",
            HelpName = "NAME=VALUE",
        };
        fill.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                given.AddError($"--fill: found '{token.Value}'; allowed: NAME=VALUE, for example host=HOSTNAME");
        });
        return fill;
    }

    private static Option<bool> Uncontained() =>
        new("--uncontained")
        {
            Description =
                "Does not ask the kernel to keep CMD's writes inside the twin "
                + "(a client from a snap cannot start under that).",
        };

    private static string[] Required(string[]? cmd) =>
        cmd is { Length: > 0 }
            ? cmd
            : throw new Refusal(
                ExitCode.Usage,
                "acceptance twin run: found no command; allowed: `acceptance twin run -- CMD ...`, "
                    + "for example `acceptance twin run -- bash`."
            );

    private static Dictionary<string, string> Placeholders(string[] fills) =>
        fills
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim('<', '>'), pair => pair[1], StringComparer.Ordinal);

    /// <summary>The command line is a `twin run`.</summary>
    public static bool IsMeantBy(ParseResult parsed) =>
        parsed.CommandResult.Command is { Name: Name or "shell" } command
        && command.Parents.Any(parent => parent.Name == "twin");
}
