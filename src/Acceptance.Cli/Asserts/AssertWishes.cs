using Acceptance.Decisions.Asserts;

namespace Acceptance.Cli.Asserts;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Site">A site file, or "twin".</param>
/// <param name="Items">In the catalogue's order.</param>
/// <param name="Format">text, json or junit.</param>
/// <param name="Capture">The folder for a capture; null: none is left.</param>
internal sealed record AssertWishes(
    string Site,
    IReadOnlyList<CloudAssertItem> Items,
    string Format,
    bool Watch,
    string? Capture
);
