namespace Acceptance.Decisions.Traps;

/// <summary>What a script prints, on whichever stream, in the words of the real programs.</summary>
public sealed record Printed
{
    /// <summary>Its exit code; null: whatever it is.</summary>
    public int? Exit { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What must not be among it.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}
