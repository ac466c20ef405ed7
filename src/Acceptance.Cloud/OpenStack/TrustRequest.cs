namespace Acceptance.Cloud.OpenStack;

/// <summary>A trust as Magnum makes them: on a project, with impersonation.</summary>
/// <param name="TrustorId">The user who gives it: the caller.</param>
/// <param name="TrusteeId">The user who gets it.</param>
/// <param name="Role">A role of the caller's on the project, by name.</param>
/// <param name="Expires">It ends by itself then.</param>
public sealed record TrustRequest(
    string TrustorId,
    string TrusteeId,
    string ProjectId,
    string Role,
    DateTimeOffset Expires
);
