using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>Where a captured command is run again, and as whom.</summary>
/// <param name="Host">The twin's host.</param>
/// <param name="Command">The command, as captured or with the addresses that play the recorded ones.</param>
internal sealed record Stage(ShellHost Host, string Command)
{
    /// <summary>The captures were taken as root.</summary>
    public bool Elevated { get; init; } = true;
}
