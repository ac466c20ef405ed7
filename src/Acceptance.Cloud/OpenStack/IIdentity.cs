namespace Acceptance.Cloud.OpenStack;

/// <summary>Keystone, as admin.</summary>
public interface IIdentity
{
    /// <summary>A project by name within a domain by name; NotFound names both.</summary>
    Task<Reading<Project>> Project(string name, string domain, CancellationToken cancel = default);

    /// <summary>The domains of this name: one, or none.</summary>
    Task<Reading<IReadOnlyList<string>>> Domains(string name, CancellationToken cancel = default);

    /// <summary>Effective role names of a user on a project, with names.</summary>
    Task<Reading<IReadOnlyList<string>>> Roles(string userId, string projectId, CancellationToken cancel = default);

    /// <summary>Application credentials of a user: Magnum's minted ones among them.</summary>
    Task<Reading<IReadOnlyList<ApplicationCredential>>> ApplicationCredentials(
        string userId,
        CancellationToken cancel = default
    );

    /// <summary>POST of a trust (OS-TRUST): its id. Forbidden where policy or login do not allow it.</summary>
    Task<Reading<string>> CreateTrust(Scope scope, TrustRequest request, CancellationToken cancel = default);

    Task<Reading<Done>> DeleteTrust(Scope scope, string id, CancellationToken cancel = default);

    /// <summary>The tags of a project: a mutating run marks the project it works on.</summary>
    Task<Reading<IReadOnlyList<string>>> Tags(string projectId, CancellationToken cancel = default);

    Task<Reading<Done>> AddTag(string projectId, string tag, CancellationToken cancel = default);

    Task<Reading<Done>> RemoveTag(string projectId, string tag, CancellationToken cancel = default);
}
