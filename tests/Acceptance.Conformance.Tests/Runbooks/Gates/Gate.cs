using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Runbooks.Gates;

/// <summary>
/// What a block must print for its gate to be reached, and the faults under which it must not (gates.txt says how it
/// is written).
/// </summary>
internal sealed record Gate(string Block, string Play, string World)
{
    public string? With { get; init; }

    public IReadOnlyList<string> Before { get; init; } = [];

    public string? Until { get; init; }

    public string? Stdin { get; init; }

    public IReadOnlyList<string> Asks { get; init; } = [];

    public IReadOnlyList<string> Prints { get; init; } = [];

    public IReadOnlyList<string> Never { get; init; } = [];

    public IReadOnlyList<GateFault> Faults { get; init; } = [];

    /// <summary>Why no fault keeps it from being reached.</summary>
    public string? NoFault { get; init; }

    /// <summary>What stands between this output and the gate; null when it is reached.</summary>
    public string? Missing(string output) =>
        Prints
            .Where(must => !Regex.IsMatch(output, must, RegexOptions.Multiline))
            .Select(must => $"not printed: {must}")
            .Concat(
                Never
                    .Where(must => Regex.IsMatch(output, must, RegexOptions.Multiline))
                    .Select(must => $"printed: {must}")
            )
            .FirstOrDefault();
}
