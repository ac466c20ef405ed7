namespace Acceptance.Cloud.Live.Shell;

/// <summary>A program to run once.</summary>
internal sealed record ProgramCall(IReadOnlyList<string> Words)
{
    /// <summary>What it reads; null: the end of input, at once.</summary>
    public string? Input { get; init; }

    /// <summary>How long it may run (wall time).</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Runs on the jumphost even when that is another machine; false: here (ssh itself).</summary>
    public bool OnJumphost { get; init; } = true;

    /// <summary>What an operator would type; null: the words.</summary>
    public string? ByHand { get; init; }

    /// <summary>What it prints is a secret: the excerpt of the evidence stays empty.</summary>
    public bool Secret { get; init; }
}
