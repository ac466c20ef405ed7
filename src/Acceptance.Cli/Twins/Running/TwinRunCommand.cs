using System.CommandLine;
using System.CommandLine.Parsing;

namespace Acceptance.Cli.Twins.Running;

/// <summary>`acceptance twin run -- CMD`: a twin, and a command that has it for its world.</summary>
internal static class TwinRunCommand
{
    private const string Name = "run";

    public static Command Make(TextWriter error, Func<string, string?> environment)
    {
        var start = new StartOptions();
        var words = new Argument<string[]>("CMD")
        {
            Description = "The command and its arguments, after --.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var here = new Option<bool>("--here")
        {
            Description =
                "CMD starts in the current folder and may write there; else it starts in the home of its world.",
        };
        var rewrite = new Option<bool>("--rewrite")
        {
            Description =
                "Reads 10.12 as the twin's address block in the scripts that CMD names, and lists each change; without it they are refused.",
        };
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
        var uncontained = new Option<bool>("--uncontained")
        {
            Description =
                "Does not ask the kernel to keep CMD's writes inside the twin (a client from a snap cannot start under that).",
        };
        var command = new Command(
            Name,
            "Starts a twin, gives CMD its home, its programs and its environment, and returns CMD's exit code.\n\nExamples:\n  acceptance twin run -- bash\n  acceptance twin run --fault D-041 --rewrite -- bash block.sh\n  acceptance twin run --scale hosts=8,servers=40 -- bash -c 'source ~/admin-openrc; openstack hypervisor list'"
        )
        {
            words,
            here,
            rewrite,
            fill,
            uncontained,
        };
        start.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                if (parsed.GetValue(words) is not { Length: > 0 } cmd)
                    throw new Refusal(
                        ExitCode.Usage,
                        "acceptance twin run: found no command; allowed: `acceptance twin run -- CMD ...`, for example `acceptance twin run -- bash`."
                    );
                var filled = (parsed.GetValue(fill) ?? [])
                    .Select(pair => pair.Split('=', 2))
                    .ToDictionary(pair => pair[0].Trim('<', '>'), pair => pair[1], StringComparer.Ordinal);
                var wishes = new RunWishes(
                    parsed.GetValue(here),
                    parsed.GetValue(rewrite),
                    filled,
                    parsed.GetValue(uncontained)
                );
                return await new WorldOfCommand(
                    start.Read(parsed) with
                    {
                        RunsOnForWaiters = true,
                    },
                    wishes,
                    environment,
                    error
                ).Run(cmd);
            }
        );
        return command;
    }

    /// <summary>The command line is a `twin run`.</summary>
    public static bool IsMeantBy(ParseResult parsed) =>
        parsed.CommandResult.Command is { Name: Name or "shell" } command
        && command.Parents.Any(parent => parent.Name == "twin");
}
