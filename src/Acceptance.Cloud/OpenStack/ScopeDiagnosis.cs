namespace Acceptance.Cloud.OpenStack;

/// <summary>Why a scoped token was refused.</summary>
/// <param name="CredentialIsGood">An unscoped token was issued: user and password are right.</param>
/// <param name="AskedProject">The project the openrc scopes to.</param>
/// <param name="PossibleProjects">
/// The enabled projects that the user may scope to (GET /v3/auth/projects, which lists disabled ones, too).
/// </param>
public sealed record ScopeDiagnosis(bool CredentialIsGood, string AskedProject, IReadOnlyList<string> PossibleProjects)
{
    /// <summary>The project that was asked for is there, and is disabled.</summary>
    public bool AskedIsDisabled { get; init; }
}
