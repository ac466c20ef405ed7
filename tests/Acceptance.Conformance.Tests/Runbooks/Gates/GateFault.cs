namespace Acceptance.Conformance.Tests.Runbooks.Gates;

/// <summary>A fault under which a gate is not reached, or one that the block does not see.</summary>
/// <param name="Id">The twin's fault; empty: a damage done in the operator's shell.</param>
/// <param name="World">The world that it is shown in.</param>
/// <param name="Needs">Blocks that run before.</param>
/// <param name="After">It strikes once the block has printed this; null: from the start.</param>
/// <param name="Damage">What is done in the operator's shell before the block.</param>
/// <param name="Blind">Why the block does not see it; null: it does.</param>
internal sealed record GateFault(
    string Id,
    string World,
    IReadOnlyList<string> Needs,
    string? After,
    string? Damage,
    string? Blind
)
{
    public override string ToString() => Damage ?? Id;
}
