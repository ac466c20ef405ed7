using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// OS_ variables, wherever they were set, as a credential; what is missing or impossible is one sentence.
/// </summary>
internal static class OsVariables
{
    public static Reading<Credential> ToCredential(IReadOnlyDictionary<string, string> set, string from, string path)
    {
        if (Value(set, "OS_AUTH_URL") is not { } url)
            return Missing(
                from,
                path,
                "OS_AUTH_URL",
                "export OS_AUTH_URL=https://<the keystone VIP>:5000/v3, by its address (DOCFIX-018)"
            );
        if (!Uri.TryCreate(url, UriKind.Absolute, out var authUrl) || authUrl.Scheme is not ("http" or "https"))
            return CredentialLocation.Unread<Credential>(
                $"{from} sets OS_AUTH_URL to '{url}', which is no http(s) URL: "
                    + $"write https://<the keystone VIP>:5000/v3.",
                path
            );
        return NotSupported(set) is { } other
            ? CredentialLocation.Unread<Credential>($"{from} sets {other}.", path)
            : Complete(Gather(set, authUrl, from), path);
    }

    /// <summary>The setting that asks for what the suite does not do, and the way out; null where none does.</summary>
    private static Sentence? NotSupported(IReadOnlyDictionary<string, string> set)
    {
        if (Value(set, "OS_AUTH_TYPE") is { } type && !Types.Contains(type))
            return $"OS_AUTH_TYPE to {type}, which is not supported: a password or an application credential is";
        foreach (var (name, why) in Unsupported)
        {
            if (Value(set, name) is not null)
                return $"{name}, which is not supported: {why}";
        }

        return null;
    }

    private static readonly string[] Types = ["password", "v3password", "v3applicationcredential"];

    private static readonly string[] No = ["false", "no", "0", "off"];

    private static readonly (string Name, string Why)[] Unsupported =
    [
        (
            "OS_SYSTEM_SCOPE",
            "the suite asks in a project; unset it, and set OS_PROJECT_NAME and OS_PROJECT_DOMAIN_NAME"
        ),
        ("OS_DOMAIN_NAME", "the suite asks in a project; unset it, and set OS_PROJECT_NAME and OS_PROJECT_DOMAIN_NAME"),
        ("OS_DOMAIN_ID", "the suite asks in a project; unset it, and set OS_PROJECT_ID"),
        ("OS_TRUST_ID", "a trust is another user's; give a user or an application credential of its own"),
        ("OS_PROFILE", "a vendor's profile is read by openstack alone; write what it says beside the cloud"),
        ("OS_CERT", "no client certificate is shown; use a password or an application credential"),
    ];

    private static bool IsYes(IReadOnlyDictionary<string, string> set, string name) =>
        Value(set, name) is { } value && !No.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string? Value(IReadOnlyDictionary<string, string> set, string name) =>
        set.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static Credential Gather(IReadOnlyDictionary<string, string> set, Uri authUrl, string from) =>
        new(authUrl, from)
        {
            User = Value(set, "OS_USERNAME"),
            UserId = Value(set, "OS_USER_ID"),
            Password = Value(set, "OS_PASSWORD"),
            UserDomain = Value(set, "OS_USER_DOMAIN_NAME"),
            UserDomainId = Value(set, "OS_USER_DOMAIN_ID"),
            Project = Value(set, "OS_PROJECT_NAME") ?? Value(set, "OS_TENANT_NAME"),
            ProjectId = Value(set, "OS_PROJECT_ID") ?? Value(set, "OS_TENANT_ID"),
            ProjectDomain = Value(set, "OS_PROJECT_DOMAIN_NAME"),
            ProjectDomainId = Value(set, "OS_PROJECT_DOMAIN_ID"),
            ApplicationCredentialId = Value(set, "OS_APPLICATION_CREDENTIAL_ID"),
            ApplicationCredentialName = Value(set, "OS_APPLICATION_CREDENTIAL_NAME"),
            ApplicationCredentialSecret = Value(set, "OS_APPLICATION_CREDENTIAL_SECRET"),
            Region = Value(set, "OS_REGION_NAME"),
            CaFile = Value(set, "OS_CACERT"),
            Unverified =
                IsYes(set, "OS_INSECURE") ? "OS_INSECURE"
                : Value(set, "OS_VERIFY") is { } verify && No.Contains(verify, StringComparer.OrdinalIgnoreCase)
                    ? "verify: false"
                : null,
        };

    private static Reading<Credential> Complete(Credential credential, string path) =>
        Lacks(credential) is var (name, why)
            ? CredentialLocation.Unread<Credential>($"{credential.From} sets no {name}: add it ({why}).", path)
            : new Reading<Credential>.Seen(credential, CredentialLocation.EvidenceOf(path));

    private static (string Name, string Why)? Lacks(Credential credential) =>
        credential switch
        {
            { IsApplicationCredential: true, ApplicationCredentialSecret: null } => (
                "OS_APPLICATION_CREDENTIAL_SECRET",
                "it belongs to the application credential"
            ),
            { ApplicationCredentialId: not null } => null,
            { User: null, UserId: null } => ("OS_USERNAME", "the user that the suite asks as"),
            { Password: null, IsApplicationCredential: false } => (
                "OS_PASSWORD",
                "it is read from there and kept nowhere"
            ),
            { UserId: null, UserDomain: null, UserDomainId: null } => (
                "OS_USER_DOMAIN_NAME",
                "a user's name is only unique within a domain"
            ),
            { IsApplicationCredential: true } => null,
            { Project: null, ProjectId: null } => (
                "OS_PROJECT_NAME",
                "the project that the suite asks in; a token without one opens nothing"
            ),
            { Project: not null, ProjectId: null, ProjectDomain: null, ProjectDomainId: null } => (
                "OS_PROJECT_DOMAIN_NAME",
                "a project's name is only unique within a domain"
            ),
            _ => null,
        };

    private static Reading<Credential> Missing(string from, string path, string name, string why) =>
        CredentialLocation.Unread<Credential>($"{from} sets no {name}: add it ({why}).", path);
}
