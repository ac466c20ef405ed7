using Acceptance.Decisions.Checks;

namespace Acceptance.Decisions.Asserts;

/// <summary>One line of cloud-assert: what it says of the cloud, and the checks that hold it to that.</summary>
/// <param name="Id">"A4"; the name of a rung for what only the ladder asks.</param>
public sealed record CloudAssertItem(string Id, string Title, params IReadOnlyList<Check> Checks)
{
    public override string ToString() => Id;
}
