namespace Acceptance.Cloud.OpenStack;

/// <summary>What a token says: user, project with its domain, role names. Never the token itself.</summary>
public sealed record TokenFacts(
    string UserId,
    string UserName,
    string ProjectId,
    string ProjectName,
    string ProjectDomain,
    IReadOnlyList<string> Roles
)
{
    /// <summary>
    /// How its user proved to be it, in Keystone's words: password, application_credential ...; empty where none is
    /// told.
    /// </summary>
    public IReadOnlyList<string> Methods { get; init; } = [];
}
