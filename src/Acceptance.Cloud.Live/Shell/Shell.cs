using System.ComponentModel;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using CliWrap;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// The only place that starts a process: words and never a shell string, a closed input, a clean environment, bounded
/// output, and at the deadline an end to the whole tree. Nothing is started that the gate refuses.
/// </summary>
internal sealed class Shell(
    Jumphost jumphost,
    CleanEnvironment environment,
    IRequestGate gate,
    Redaction redaction,
    ICloudClock clock,
    TimeProvider? watch = null
)
{
    public Jumphost Jumphost { get; } = jumphost;

    public Redaction Redaction { get; } = redaction;

    /// <summary>
    /// Runs it; the exit code is part of the answer. Unread: not installed, not permitted, timed out, too much
    /// output.
    /// </summary>
    public async Task<Reading<ProgramAnswer>> Run(ProgramCall call, CancellationToken cancel = default)
    {
        if (call.Line.Misfit is { } misfit)
            return Failed(call, await clock.Moment(), Unreadable.Garbled, misfit).As<ProgramAnswer>();
        var intent = new Intent.Argv(call.Line, [.. call.Words.Select(Redaction.Redacted)]);
        if (gate.Ask(intent) is Permission.Refused refused)
            return Failed(call, await clock.Moment(), Unreadable.NotPermitted, refused.Sentence).As<ProgramAnswer>();
        var reading = await Execute(call, cancel);
        var outcome = reading switch
        {
            Reading<ProgramAnswer>.Seen seen => $"exit {seen.Value.Exit}",
            Reading<ProgramAnswer>.Unread unread => unread.Why.ToString(),
            _ => "",
        };
        gate.Ended(new Exchange(intent, outcome, reading.Evidence.At));
        return reading;
    }

    /// <summary>Runs it and wants exit 0; anything else is Failed with the program's own last words.</summary>
    public async Task<Reading<ProgramAnswer>> RunWell(ProgramCall call, CancellationToken cancel = default) =>
        await Run(call, cancel) switch
        {
            Reading<ProgramAnswer>.Seen { Value.Exit: not 0 } seen => Complaint(call, seen.Value).As<ProgramAnswer>(),
            var reading => reading,
        };

    /// <summary>What an exit code other than the awaited says: the program's own last words.</summary>
    public Failure Complaint(ProgramCall call, ProgramAnswer answer)
    {
        var said = Excerpt
            .From(answer.Error.Trim().Length > 0 ? answer.Error : answer.Output, Redaction, lines: 40, length: 2000)
            .ToString();
        if (answer.Exit == 64 && said.Contains("not emulated", StringComparison.OrdinalIgnoreCase))
            return Failed(
                call,
                answer.At,
                Unreadable.NotEmulated,
                $"{Name(call)} is not emulated by this twin: {LastLine(said)}",
                said
            );
        var words = said.Length > 0 ? LastLine(said) : "nothing was printed";
        return Failed(call, answer.At, Unreadable.Failed, $"{Name(call)} ended with exit {answer.Exit}: {words}", said);
    }

    public Evidence EvidenceOf(ProgramCall call, DateTimeOffset at, string excerpt) =>
        new(
            $"{ShellQuoting.Line(call.Words.Select(Redaction.Redacted))} (on {Jumphost.Name})",
            Redaction.Pasted(call.Line.ByHand),
            call.Secret ? Excerpt.None : Excerpt.From(excerpt, Redaction),
            at
        );

    public Failure Failed(
        ProgramCall call,
        DateTimeOffset at,
        Unreadable why,
        Sentence sentence,
        string excerpt = ""
    ) => new(why, Redaction.Cleared(sentence), EvidenceOf(call, at, excerpt));

    private async Task<Reading<ProgramAnswer>> Execute(ProgramCall call, CancellationToken cancel)
    {
        var words = call.Line.Command.Where == Place.Here ? call.Words : Jumphost.Carry(call.Words);
        if (Find(words[0]) is not { } program)
            return NotInstalled(call, await clock.Moment(), words[0]).As<ProgramAnswer>();
        return await Execute(call, program, words, cancel);
    }

    private async Task<Reading<ProgramAnswer>> Execute(
        ProgramCall call,
        string program,
        IReadOnlyList<string> words,
        CancellationToken cancel
    )
    {
        var mark = Guid.NewGuid().ToString("N");
        using var deadline = Deadline.After(call.Within, watch ?? Deadline.Wall, cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        BoundedOutput output = new(Bounds.Printed, end.Cancel),
            error = new(Bounds.Printed, end.Cancel);
        var command = Wrap(program, words, call.Input, mark)
            .WithStandardOutputPipe(output.Target)
            .WithStandardErrorPipe(error.Target);
        try
        {
            var result = await command.ExecuteAsync(end.Token);
            var at = await clock.Moment();
            return output.Exceeded || error.Exceeded
                ? Endless(call, at).As<ProgramAnswer>()
                : Answered(call, new ProgramAnswer(result.ExitCode, output.Text, error.Text) { At = at });
        }
        catch (Exception ended) when (ended is OperationCanceledException or TimeoutException)
        {
            Stragglers.End(mark);
            cancel.ThrowIfCancellationRequested();
            return Overdue(call, await clock.Moment(), output, error).As<ProgramAnswer>();
        }
        catch (Win32Exception refused)
        {
            return NotStarted(call, await clock.Moment(), refused).As<ProgramAnswer>();
        }
    }

    private CliWrap.Command Wrap(string program, IReadOnlyList<string> words, string? input, string mark) =>
        CliWrap
            .Cli.Wrap(program)
            .WithArguments(words.Skip(1))
            .WithWorkingDirectory(environment.Home)
            .WithEnvironmentVariables(environment.For(mark))
            .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input))
            .WithValidation(CommandResultValidation.None);

    private Reading<ProgramAnswer> Answered(ProgramCall call, ProgramAnswer answer)
    {
        var excerpt = answer.Output.Length > 0 ? answer.Output : answer.Error;
        return new Reading<ProgramAnswer>.Seen(answer, EvidenceOf(call, answer.At, excerpt));
    }

    private Failure Endless(ProgramCall call, DateTimeOffset at) =>
        Failed(call, at, Unreadable.Garbled, Bounds.PrintedTooMuch(Name(call)));

    private Failure NotStarted(ProgramCall call, DateTimeOffset at, Win32Exception refused) =>
        Failed(call, at, Unreadable.NotOursToRead, $"{Name(call)} could not be started: {refused.Message}");

    /// <summary>It was ended: at its deadline, or when it had printed too much.</summary>
    private Failure Overdue(ProgramCall call, DateTimeOffset at, BoundedOutput output, BoundedOutput error)
    {
        if (output.Exceeded || error.Exceeded)
            return Endless(call, at);
        var said = error.Text.Trim().Length > 0 ? error.Text : output.Text;
        return Failed(
            call,
            at,
            Unreadable.TimedOut,
            $"{Name(call)} had not ended after {call.Within.TotalSeconds:0.#} s and was killed with all it had "
                + $"started; run it by hand to see what it waits for, or allow it longer in the site's deadlines.",
            said
        );
    }

    private Failure NotInstalled(ProgramCall call, DateTimeOffset at, string program)
    {
        var where =
            environment.Path.Count > 6
                ? string.Join(':', environment.Path.Take(6)) + ":…"
                : string.Join(':', environment.Path);
        return Failed(
            call,
            at,
            Unreadable.NotOursToRead,
            $"{program} is not installed on {Jumphost.Name}: it is in none of {where}; "
                + $"install it, or name its folder in the site's jumphost.path."
        );
    }

    // The system would look on the suite's own PATH, not on the one that is given to the program.
    private string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return File.Exists(program) ? program : null;
        return environment.Path.Select(folder => Path.Combine(folder, program)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0
            || (File.GetUnixFileMode(path) & UnixFileMode.OtherExecute) != 0
        );

    private static string Name(ProgramCall call) =>
        call.Words[0] == "sudo" ? "sudo " + call.Words.Skip(1).First(word => word[0] != '-') : call.Words[0];

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
