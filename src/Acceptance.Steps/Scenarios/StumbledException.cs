using Acceptance.Cloud.Sentences;

namespace Acceptance.Steps.Scenarios;

/// <summary>
/// What a library threw within a step: its words may be a cloud's, and a runner prints them as they are. It says the
/// same, fit to be shown.
/// </summary>
public sealed class StumbledException(Exception thrown) : Exception(Words(thrown))
{
    private readonly string? _where = thrown.StackTrace;

    /// <summary>Where it was thrown; nothing of a cloud stands there.</summary>
    public override string? StackTrace => _where;

    public static string Words(Exception thrown) =>
        thrown is StumbledException
            ? thrown.Message
            : Published.LinesOnConsole($"{thrown.GetType().Name}: {thrown.Message}");
}
