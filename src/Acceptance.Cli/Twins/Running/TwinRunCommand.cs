using System.CommandLine;

namespace Acceptance.Cli.Twins.Running;

/// <summary>`acceptance twin run -- CMD`: a twin, and a command that has it for its world.</summary>
internal static class TwinRunCommand
{
    private const string Name = "run";

    public static Command Make(TextWriter error, Func<string, string?> environment)
    {
        var start = new StartOptions();
        var words = new Argument<string[]>("CMD") { Description = "The command and its arguments, after --.", Arity = ArgumentArity.ZeroOrMore };
        var here = new Option<bool>("--here") { Description = "CMD starts in the current folder, not in the home of its world." };
        var command = new Command(Name, "Starts a twin, gives CMD its home, its programs and its environment, and returns CMD's exit code.") { words, here };
        start.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            if (parsed.GetValue(words) is not { Length: > 0 } cmd)
                throw new Refusal(ExitCode.Usage, "acceptance twin run: found no command; allowed: `acceptance twin run -- CMD ...`, for example `acceptance twin run -- bash`.");
            return await new WorldOfCommand(start.Read(parsed), environment, error).Run(cmd, parsed.GetValue(here));
        });
        return command;
    }

    /// <summary>The command line is a `twin run`.</summary>
    public static bool IsMeantBy(ParseResult parsed) => parsed.CommandResult.Command is { Name: Name } command && command.Parents.Any(parent => parent.Name == "twin");
}
