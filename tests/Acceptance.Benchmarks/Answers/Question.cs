using Acceptance.Cloud;

namespace Acceptance.Benchmarks.Answers;

/// <summary>One read-only question, asked in two ways that must agree.</summary>
/// <param name="Layer">Which part of the cloud answers.</param>
/// <param name="Asks">The question in words.</param>
/// <param name="Line">
/// What the operator types, in bash, with the openrc of the scope sourced; a line of the answer a line.
/// </param>
/// <param name="Ours">The same through the drivers.</param>
internal sealed record Question(
    string Layer,
    string Asks,
    string Line,
    Func<Asked, Task<Reading<IReadOnlyList<string>>>> Ours
)
{
    /// <summary>Asked as the admin narrowed to the tenant's project, as phase-08 does.</summary>
    public bool InTenant { get; init; }

    public override string ToString() => $"{Layer}: {Asks}";
}
