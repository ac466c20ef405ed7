using Acceptance.Cli.Twins.Fence;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>One `twin run`: the twin, the command in it, and what is cleared away behind both.</summary>
internal sealed class WorldOfCommand(
    TwinOptions options,
    RunWishes wishes,
    Func<string, string?> outside,
    TextWriter error
)
{
    public async Task<int> Run(IReadOnlyList<string> given)
    {
        var words = wishes.Here ? given : Absolute(given);
        var pieces = CommandTexts.Of(words);
        PreparedCommand.RefuseRealAddresses(pieces, wishes);
        using var signals = new PassedSignals(new SystemClock().TimeProvider);
        await using var twin = StartOptions.Start(options);
        var mark = Guid.NewGuid().ToString("N");
        var limit = LimitMark.Draw();
        using var guard = ProcessGuard.Over(twin.Home, mark, limit);
        try
        {
            Introduce(twin);
            var prepared = new PreparedCommand(twin, pieces, wishes, error).Words(words);
            if (signals.Stopped)
                return ExitCode.Interrupted;
            return await new ChildProgram(
                prepared,
                CommandEnvironment.Of(
                    TwinPlace.Of(twin),
                    mark,
                    outside,
                    wishes.Here ? Environment.CurrentDirectory : null
                ),
                wishes.Here ? Environment.CurrentDirectory : twin.Home,
                error
            )
            {
                Writes = wishes.Uncontained ? null : Writable(twin.Home),
                Mark = limit,
            }.Run(signals, mark);
        }
        finally
        {
            await guard.End();
        }
    }

    /// <summary>What an operator must know of this world before the command runs in it.</summary>
    private void Introduce(Twin twin)
    {
        if (twin.Block != options.FirstBlock)
            error.WriteLine(
                $"acceptance twin run: {BlockHolder.Of(options.FirstBlock)}; "
                    + $"this twin has 127.{twin.Block}: read 10.12 as 127.{twin.Block}, "
                    + "or end that process and repeat the command."
            );
        if (twin.Untidy.Count > 0)
            error.WriteLine($"acceptance twin run: the world of seed {options.Seed} is untidy:");
        foreach (var line in StartOptions.Untidy(twin))
            error.WriteLine($"  {line}");
    }

    private string[] Writable(string home) =>
        [home, "/tmp", "/var/tmp", .. wishes.Here ? [Environment.CurrentDirectory] : Array.Empty<string>()];

    /// <summary>
    /// The command starts in its home, as an operator who logs in; files that it names are still meant from here.
    /// </summary>
    private static IReadOnlyList<string> Absolute(IReadOnlyList<string> words) =>
        [
            .. words.Select(
                (word, at) =>
                    !Path.IsPathRooted(word)
                    && (at > 0 || word.Contains('/', StringComparison.Ordinal))
                    && File.Exists(word)
                        ? Path.GetFullPath(word)
                        : word
            ),
        ];
}
