using Acceptance.Cloud.Commands;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>A program to run once.</summary>
internal sealed record ProgramCall(CommandLine Line)
{
    public IReadOnlyList<string> Words => Line.Words;

    /// <summary>What it reads; null: the end of input, at once.</summary>
    public string? Input { get; init; }

    /// <summary>How long it may run (wall time).</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>What it prints is a secret: the excerpt of the evidence stays empty.</summary>
    public bool Secret { get; init; }
}
