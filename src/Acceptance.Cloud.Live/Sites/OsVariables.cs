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
        return Complete(Gather(set, authUrl, from), path);
    }

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
            ApplicationCredentialSecret = Value(set, "OS_APPLICATION_CREDENTIAL_SECRET"),
            Region = Value(set, "OS_REGION_NAME"),
            CaFile = Value(set, "OS_CACERT"),
        };

    private static Reading<Credential> Complete(Credential credential, string path)
    {
        if (credential.ApplicationCredentialId is not null)
        {
            return credential.ApplicationCredentialSecret is null
                ? Missing(
                    credential.From,
                    path,
                    "OS_APPLICATION_CREDENTIAL_SECRET",
                    "it belongs to OS_APPLICATION_CREDENTIAL_ID"
                )
                : Seen(credential, path);
        }

        if (credential.User is null && credential.UserId is null)
            return Missing(credential.From, path, "OS_USERNAME", "the user that the suite asks as");
        if (credential.Password is null)
            return Missing(credential.From, path, "OS_PASSWORD", "it is read from there and kept nowhere");
        if (credential is { UserId: null, UserDomain: null, UserDomainId: null })
            return Missing(
                credential.From,
                path,
                "OS_USER_DOMAIN_NAME",
                "a user's name is only unique within a domain"
            );
        if (credential is { Project: not null, ProjectId: null, ProjectDomain: null, ProjectDomainId: null })
            return Missing(
                credential.From,
                path,
                "OS_PROJECT_DOMAIN_NAME",
                "a project's name is only unique within a domain"
            );
        return Seen(credential, path);
    }

    private static Reading<Credential> Seen(Credential credential, string path) =>
        new Reading<Credential>.Seen(credential, CredentialLocation.EvidenceOf(path));

    private static Reading<Credential> Missing(string from, string path, string name, string why) =>
        CredentialLocation.Unread<Credential>($"{from} sets no {name}: add it ({why}).", path);
}
