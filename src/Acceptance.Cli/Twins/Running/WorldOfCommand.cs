using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>One `twin run`: the twin, the command in it, and what is cleared away behind both.</summary>
internal sealed class WorldOfCommand(TwinOptions options, Func<string, string?> outside, TextWriter error)
{
    public async Task<int> Run(IReadOnlyList<string> words, bool here)
    {
        using var signals = new PassedSignals();
        await using var twin = StartOptions.Start(options);
        var mark = Guid.NewGuid().ToString("N");
        using var guard = ProcessGuard.Over(twin.Home, mark);
        var environment = CommandEnvironment.Of(twin, mark, outside);
        if (signals.Stopped) return ExitCode.Interrupted;
        var exit = await new ChildProgram(here ? words : Absolute(words), environment, here ? Environment.CurrentDirectory : twin.Home, error).Run(signals, mark);
        await guard.End();
        return exit;
    }

    /// <summary>The command starts in its home, as an operator who logs in; files that it names are still meant from here.</summary>
    private static IReadOnlyList<string> Absolute(IReadOnlyList<string> words) =>
        [.. words.Select((word, at) => !Path.IsPathRooted(word) && (at > 0 || word.Contains('/', StringComparison.Ordinal)) && File.Exists(word) ? Path.GetFullPath(word) : word)];
}
