using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Credentials and tokens.</summary>
public sealed partial class IdentityModel
{
    /// <summary>A new credential of the user on the project. Its roles are frozen; a role the user does not hold is refused.</summary>
    public AppCredential MintApplicationCredential(
        KeystoneUser user,
        KeystoneProject project,
        IReadOnlyList<string> roles,
        string name
    ) => MintApplicationCredential(user, project, roles, name, null, null, null, false);

    public AppCredential MintApplicationCredential(
        KeystoneUser user,
        KeystoneProject project,
        IReadOnlyList<string> roles,
        string name,
        string? secret,
        string? description,
        DateTimeOffset? expires,
        bool unrestricted
    )
    {
        var held = EffectiveRoles(user, project);
        var frozen = roles.Select(Role).ToList();
        if (frozen.Any(role => !held.Contains(role)))
            throw new RefusedException(
                Refusal.Invalid,
                "Invalid application credential: Cannot create an application credential with unassigned role"
            );

        if (AppCredentials.Any(other => other.User == user && other.Name == name))
            throw new RefusedException(
                Refusal.Conflict,
                "Conflict occurred attempting to store application_credential - Duplicate entry found with name "
                    + $"{name}."
            );
        var credential = new AppCredential
        {
            Id = _world.NewHexId(),
            Name = name,
            Secret = secret ?? NewSecret(),
            User = user,
            Project = project,
            Roles = frozen.Count > 0 ? frozen : [.. held],
            Description = description,
            Unrestricted = unrestricted,
            CreatedAt = _world.Now,
            ExpiresAt = expires,
        };
        AppCredentials.Add(credential);
        return credential;
    }

    /// <summary>What the token stands for; null when it is none, expired or revoked.</summary>
    public TokenGrant? Token(string id)
    {
        lock (_world.Gate)
        {
            return
                _tokens.TryGetValue(id, out var grant)
                && grant.ExpiresAt > _world.Now
                && grant.User.Enabled
                && grant.Project is not { Enabled: false }
                ? grant
                : null;
        }
    }

    /// <summary>The token was issued once, whatever became of it.</summary>
    public bool Issued(string id) => _tokens.ContainsKey(id);

    public void Revoke(string id) => _tokens.Remove(id);

    /// <summary>Every live token of the cloud ends now: a lost fernet key. Returns how many ended.</summary>
    public int ExpireAllTokens()
    {
        var live = _tokens.Values.Where(grant => grant.ExpiresAt > _world.Now).ToList();
        foreach (var grant in live)
            grant.ExpiresAt = _world.Now;
        return live.Count;
    }

    /// <summary>
    /// Issues a token for an identity already proven. The scope is at most one of project, domain, system; without a role there, null.
    /// </summary>
    public TokenGrant? Issue(
        KeystoneUser user,
        KeystoneProject? project,
        KeystoneDomain? domain,
        bool system,
        AppCredential? credential = null,
        TokenGrant? from = null
    )
    {
        var scoped = project is not null || domain is not null || system;
        var roles =
            credential is not null
                ? WithImplied(credential.Roles.Where(role => EffectiveRoles(user, project).Contains(role)))
            : scoped ? EffectiveRoles(user, project, domain)
            : [];
        if (scoped && roles.Count == 0)
            return null;
        var grant = new TokenGrant
        {
            Id = NewTokenId(),
            User = user,
            Project = project,
            Domain = domain,
            System = system,
            Roles = roles,
            AppCredential = credential,
            Methods =
                credential is not null ? ["application_credential"]
                : from is not null ? [.. from.Methods.Append("token").Distinct()]
                : ["password"],
            AuditIds = from is null ? [NewAuditId()] : [NewAuditId(), from.AuditIds[^1]],
            // Keystone counts whole seconds; a token from a token never outlives the first.
            IssuedAt = WholeSecond(_world.Now),
            ExpiresAt = from?.ExpiresAt ?? WholeSecond(_world.Now + _world.Plan.Physics.TokenLifetime),
        };
        _tokens[grant.Id] = grant;
        // A fault that waits for a token meets it in use, not in the answer that brings it.
        if (_world.Faults.Waiting)
            _world.Clock.In(TimeSpan.FromSeconds(1), _world.SomethingAppeared);
        return grant;
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset moment) =>
        new(moment.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static string NewAuditId() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string NewTokenId() =>
        "gAAAAA"
        + Convert.ToBase64String(RandomNumberGenerator.GetBytes(132)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
