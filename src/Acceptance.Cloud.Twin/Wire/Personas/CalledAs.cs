using Acceptance.Cloud.Twin.Personas;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>What a persona tells of itself when it starts.</summary>
internal sealed record CalledAs(
    string HostId,
    string Program,
    string Cwd,
    StdinKind Stdin,
    bool StdoutIsTty,
    IReadOnlyDictionary<string, string> Env,
    IReadOnlyList<string> Argv
);
