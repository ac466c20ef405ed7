namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Who asks OpenStack: a user with a password and a project to scope to, or an application credential. Held in memory
/// only.
/// </summary>
internal sealed record Credential(Uri AuthUrl, string From)
{
    public string? User { get; init; }

    public string? UserId { get; init; }

    public string? Password { get; init; }

    public string? UserDomain { get; init; }

    public string? UserDomainId { get; init; }

    public string? Project { get; init; }

    public string? ProjectId { get; init; }

    public string? ProjectDomain { get; init; }

    public string? ProjectDomainId { get; init; }

    public string? ApplicationCredentialId { get; init; }

    /// <summary>A name is the user's own: the user stands beside it.</summary>
    public string? ApplicationCredentialName { get; init; }

    public string? ApplicationCredentialSecret { get; init; }

    public bool IsApplicationCredential => (ApplicationCredentialId ?? ApplicationCredentialName) is not null;

    public string? Region { get; init; }

    /// <summary>OS_CACERT, where the site names no CA.</summary>
    public string? CaFile { get; init; }

    /// <summary>The key of it where they come from.</summary>
    public string CaKey { get; init; } = "OS_CACERT";

    /// <summary>The setting that asks for TLS without verification; null where none does.</summary>
    public string? Unverified { get; init; }

    /// <summary>Who asks, in words.</summary>
    public string Asker =>
        IsApplicationCredential
            ? $"the application credential {ApplicationCredentialId ?? ApplicationCredentialName}"
            : User ?? UserId ?? "nobody";

    /// <summary>What the credential scopes to, in words.</summary>
    public string AskedProject => Project ?? ProjectId ?? "no project";

    // Records print their members; this one must never print a password.
    public override string ToString() => $"{Asker} of {From}";
}
