using System.CommandLine;
using Acceptance.Cli.Asserts;
using Acceptance.Cli.Diagnoses;
using Acceptance.Cli.Explaining;
using Acceptance.Cli.Listing;
using Acceptance.Cli.Sites;
using Acceptance.Cli.Twins;
using Acceptance.Cli.Twins.Running;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cli;

/// <summary>
/// `acceptance`: reads the arguments, runs one command, and turns what went wrong into one sentence and an exit code.
/// </summary>
public sealed class CommandLine(TextWriter console, TextWriter errors, Func<string, string?> environment)
{
    private readonly ConsoleWriter _output = new(console),
        _error = new(errors);

    /// <summary>Somebody sits before the console: what takes long is shown as it goes.</summary>
    public bool OnTerminal { get; init; }

    /// <summary>On which a command that looks again waits.</summary>
    public ICloudClock Wall { get; init; } = new SystemClock();

    public async Task<int> Run(IReadOnlyList<string> arguments, CancellationToken cancel = default)
    {
        var parsed = Root().Parse(arguments);
        // Help, version and completion are actions of their own and look past missing arguments.
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
            return Misused(parsed);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = _output,
                    Error = _error,
                    EnableDefaultExceptionHandler = false,
                    // A command in its world gets the signals itself and says when it has ended.
                    ProcessTerminationTimeout = TwinRunCommand.IsMeantBy(parsed) ? null : TimeSpan.FromSeconds(20),
                },
                cancel
            );
        }
        catch (Exception failed)
        {
            return Failed(failed);
        }
    }

    private RootCommand Root()
    {
        var root = new RootCommand(
            "Is this cloud accepted? If not, what is the lowest thing that is broken, and what is the fix?"
        );
        root.Add(AssertCommand.Make(_output, environment, Wall, OnTerminal));
        root.Add(ExplainCommand.Make(_output));
        root.Add(ListCommand.Make(_output));
        root.Add(DiagnoseCommand.Make(_output, environment));
        root.Add(SiteCommand.Make(_output));
        root.Add(TwinCommand.Make(_output, _error, environment));
        return root;
    }

    private int Misused(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = NameOf(command);
        if (command.Subcommands.Count > 0)
        {
            var typed = parsed.UnmatchedTokens.FirstOrDefault();
            _error.WriteLine(
                $"{name}: found {(typed is null ? "no command" : $"'{typed}'")}; allowed: "
                    + $"{NearName.First(typed ?? "", command.Subcommands.Select(one => one.Name))}."
            );
        }
        else
        {
            foreach (var one in parsed.Errors)
                _error.WriteLine($"{name}: {one.Message.TrimEnd('.')}.");
        }

        _error.WriteLine($"See: {name} --help");
        return ExitCode.Usage;
    }

    private static string NameOf(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is not null; at = at.Parents.FirstOrDefault())
            names.Insert(0, at is RootCommand ? "acceptance" : at.Name);
        return string.Join(' ', names);
    }

    private int Failed(Exception failed)
    {
        var (code, sentences) = failed switch
        {
            Refusal refusal => (refusal.Code, refusal.Message),
            SiteRefused refused => (ExitCode.Usage, refused.Message),
            PlatformNotSupportedException elsewhere => (ExitCode.Usage, elsewhere.Message),
            OperationCanceledException => (ExitCode.Interrupted, "acceptance: interrupted."),
            _ => (ExitCode.Internal, $"acceptance: a fault of this program, please report it: {failed}"),
        };
        _error.WriteLine(sentences);
        return code;
    }
}
