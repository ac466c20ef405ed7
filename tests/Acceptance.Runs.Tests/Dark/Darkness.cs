using Acceptance.Decisions.Checks;

namespace Acceptance.Runs.Tests.Dark;

/// <summary>One thing that cannot be asked, how that begins and ends.</summary>
/// <param name="Asked">The checks that ask just that: none of them can say more than that it is not known.</param>
internal sealed record Darkness(string Name, Action Begin, Action End, params IReadOnlyList<Check> Asked)
{
    public override string ToString() => Name;
}
