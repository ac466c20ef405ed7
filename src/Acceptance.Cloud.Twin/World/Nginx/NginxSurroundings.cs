namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>What a configuration is tested against: the files, names and users of the host, and who tests.</summary>
public sealed class NginxSurroundings
{
    /// <summary>The text of a file; null when there is none.</summary>
    public required Func<string, string?> Read { get; init; }

    /// <summary>The files that match a pattern with wildcards, in order.</summary>
    public required Func<string, IReadOnlyList<string>> Matching { get; init; }

    /// <summary>There is this folder.</summary>
    public required Func<string, bool> HasFolder { get; init; }

    /// <summary>A name has an address.</summary>
    public required Func<string, bool> Resolves { get; init; }

    /// <summary>An address is one of the host's own.</summary>
    public required Func<string, bool> IsOwn { get; init; }

    /// <summary>There is this user, or group.</summary>
    public required Func<string, bool> HasUser { get; init; }

    /// <summary>Root tests.</summary>
    public required bool IsRoot { get; init; }
}
