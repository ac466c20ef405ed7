using System.Text.RegularExpressions;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// OS_ variables, wherever they were set, as a credential; what is missing or impossible is one sentence.
/// </summary>
internal static partial class OsVariables
{
    /// <param name="key">How the file that they come from spells the name of one.</param>
    public static Reading<Credential> ToCredential(
        IReadOnlyDictionary<string, string> set,
        string from,
        string path,
        Func<string, string>? key = null
    )
    {
        var spelled = key ?? (name => name);
        if (Value(set, "OS_AUTH_URL") is not { } url)
            return Nowhere(set, from, path, key);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var authUrl) || authUrl.Scheme is not ("http" or "https"))
            return CredentialLocation.Unread<Credential>(
                $"{from} sets {spelled("OS_AUTH_URL")} to '{url}', which is no http(s) URL: "
                    + $"write https://<the keystone VIP>:5000/v3.",
                path
            );
        return NotSupported(set, spelled) is { } other
                ? CredentialLocation.Unread<Credential>($"{from} sets {other}.", path)
            : IsOfNoCredential(set)
                ? Missing(
                    from,
                    path,
                    spelled("OS_APPLICATION_CREDENTIAL_ID"),
                    $"{spelled("OS_AUTH_TYPE")} asks for one; by its name, with its user, it is found as well"
                )
            : Complete(Gather(set, authUrl, from, spelled), path, spelled);
    }

    private static Reading<Credential> Nowhere(
        IReadOnlyDictionary<string, string> set,
        string from,
        string path,
        Func<string, string>? key
    ) =>
        key is null && Value(set, "OS_CLOUD") is { } cloud
            ? CredentialLocation.Unread<Credential>(
                $"{from} sets OS_CLOUD alone, which names a cloud of a clouds.yaml: name that file in the site's "
                    + $"credentials.cloudsYaml, and {cloud} in its credentials.cloud.",
                path
            )
            : Missing(
                from,
                path,
                key?.Invoke("OS_AUTH_URL") ?? "OS_AUTH_URL",
                $"{(key is null ? "export OS_AUTH_URL=" : "auth_url: ")}https://<the keystone VIP>:5000/v3, "
                    + "by its address (DOCFIX-018)"
            );

    /// <summary>The setting that asks for what the suite does not do, and the way out; null where none does.</summary>
    private static Sentence? NotSupported(IReadOnlyDictionary<string, string> set, Func<string, string> key)
    {
        if (Value(set, "OS_AUTH_TYPE") is { } type && !Types.Contains(type))
            return $"{key("OS_AUTH_TYPE")} to {type}, which is not supported: "
                + $"a password or an application credential is";
        foreach (var (name, why) in Unsupported)
        {
            if (Value(set, name) is not null && !(InProject(set) && OfBoth.Contains(name)))
                return $"{key(name)}, which is not supported: {Variable().Replace(why, one => key(one.Value))}";
        }

        return null;
    }

    // Beside a project they stand for the domain of the user and of the project, as for openstackclient.
    private static readonly string[] OfBoth = ["OS_DOMAIN_NAME", "OS_DOMAIN_ID"];

    private static bool InProject(IReadOnlyDictionary<string, string> set) =>
        (Value(set, "OS_PROJECT_NAME") ?? Value(set, "OS_PROJECT_ID")) is not null;

    private static bool IsOfNoCredential(IReadOnlyDictionary<string, string> set) =>
        Value(set, "OS_AUTH_TYPE") == "v3applicationcredential"
        && (Value(set, "OS_APPLICATION_CREDENTIAL_ID") ?? Value(set, "OS_APPLICATION_CREDENTIAL_NAME")) is null;

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

    private static Credential Gather(
        IReadOnlyDictionary<string, string> set,
        Uri authUrl,
        string from,
        Func<string, string> key
    ) =>
        new(authUrl, from)
        {
            User = Value(set, "OS_USERNAME"),
            UserId = Value(set, "OS_USER_ID"),
            Password = Value(set, "OS_PASSWORD"),
            UserDomain = DomainOf(set, "OS_USER_", "NAME"),
            UserDomainId = DomainOf(set, "OS_USER_", "ID"),
            Project = Value(set, "OS_PROJECT_NAME") ?? Value(set, "OS_TENANT_NAME"),
            ProjectId = Value(set, "OS_PROJECT_ID") ?? Value(set, "OS_TENANT_ID"),
            ProjectDomain = DomainOf(set, "OS_PROJECT_", "NAME"),
            ProjectDomainId = DomainOf(set, "OS_PROJECT_", "ID"),
            ApplicationCredentialId = Value(set, "OS_APPLICATION_CREDENTIAL_ID"),
            ApplicationCredentialName = Value(set, "OS_APPLICATION_CREDENTIAL_NAME"),
            ApplicationCredentialSecret = Value(set, "OS_APPLICATION_CREDENTIAL_SECRET"),
            Region = Value(set, "OS_REGION_NAME"),
            CaFile = Value(set, "OS_CACERT"),
            CaKey = key("OS_CACERT"),
            Unverified =
                IsYes(set, "OS_INSECURE") ? key("OS_INSECURE")
                : Value(set, "OS_VERIFY") is { } verify && No.Contains(verify, StringComparer.OrdinalIgnoreCase)
                    ? "verify: false"
                : null,
        };

    private static string? DomainOf(IReadOnlyDictionary<string, string> set, string whose, string by) =>
        Value(set, $"{whose}DOMAIN_{by}")
        ?? (
            InProject(set) && Value(set, $"{whose}DOMAIN_{(by == "ID" ? "NAME" : "ID")}") is null
                ? Value(set, $"OS_DOMAIN_{by}")
                : null
        );

    private static Reading<Credential> Complete(Credential credential, string path, Func<string, string> key) =>
        Lacks(credential) is var (name, why)
            ? Missing(credential.From, path, key(name), why)
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

    [GeneratedRegex("OS_[A-Z_]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
