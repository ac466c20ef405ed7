namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Where a directive may stand.</summary>
[Flags]
public enum NginxContext
{
    None = 0,
    Main = 1,
    Events = 2,
    Http = 4,
    Server = 8,
    Location = 16,
    Upstream = 32,

    /// <summary>An if in a server.</summary>
    ServerIf = 64,

    /// <summary>An if in a location.</summary>
    LocationIf = 128,
    LimitExcept = 256,

    /// <summary>The entries of a map, of types and their like: no directives.</summary>
    Entries = 512,
    Any = Main | Events | Http | Server | Location | Upstream | ServerIf | LocationIf | LimitExcept,
}
