namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>
/// A command to run on a host: as whom, in which unit's context, with a terminal or without. A null command is a login
/// shell that reads its input.
/// </summary>
internal sealed record ShellOrder(string? Command)
{
    public string User { get; init; } = "ubuntu";

    /// <summary>juju exec: root, in the charm's folder, with the unit's name.</summary>
    public string? Unit { get; init; }

    public bool Elevated { get; init; }

    public bool Terminal { get; init; }

    /// <summary>Addresses that do not answer from this host: they are replaced by one where nothing listens.</summary>
    public IReadOnlyCollection<string> DarkAddresses { get; init; } = [];
}
