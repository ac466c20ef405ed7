namespace Acceptance.Decisions.Traps;

/// <summary>
/// A way of working that goes wrong, as it is shown: features/lines/ID.trap.sh walks into it in a real shell, and
/// features/lines/ID.rule.sh does the same work by the entry's rule.
/// </summary>
public sealed record Trap
{
    /// <summary>What who walks into it sees, or no longer sees.</summary>
    public required Printed Bites { get; init; }

    /// <summary>What who keeps the rule sees.</summary>
    public required Printed Avoided { get; init; }

    /// <summary>The rule, as our own drivers keep it; null where they do nothing of the kind.</summary>
    public DriverRule? Rule { get; init; }
}
