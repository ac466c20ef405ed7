using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>The tokens that Keystone issued.</summary>
internal sealed class Tokens(Ground ground, RoleGrants grants)
{
    private readonly Dictionary<string, TokenGrant> _tokens = new(StringComparer.Ordinal);

    /// <summary>A token was issued; its answer is not yet with who asked.</summary>
    public event Action<TokenGrant>? Issued;

    /// <summary>What the token stands for; null when it is none, expired or revoked.</summary>
    public TokenGrant? Find(string id)
    {
        lock (ground.Gate)
        {
            return
                _tokens.TryGetValue(id, out var grant)
                && grant.ExpiresAt > ground.Now
                && grant.User.Enabled
                && grant.Project is not { Enabled: false }
                ? grant
                : null;
        }
    }

    /// <summary>The token was issued once, whatever became of it.</summary>
    public bool WasIssued(string id) => _tokens.ContainsKey(id);

    public void Revoke(string id) => _tokens.Remove(id);

    /// <summary>Every live token of the cloud ends now: a lost fernet key. Returns how many ended.</summary>
    public int ExpireAll()
    {
        var live = _tokens.Values.Where(grant => grant.ExpiresAt > ground.Now).ToList();
        foreach (var grant in live)
            grant.ExpiresAt = ground.Now;
        return live.Count;
    }

    /// <summary>
    /// Issues a token for an identity already proven. The scope is at most one of project, domain, system;
    /// without a role there, null.
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
        var roles = RolesOn(user, project, domain, scoped, credential);
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
            IssuedAt = WholeSecond(ground.Now),
            ExpiresAt = from?.ExpiresAt ?? WholeSecond(ground.Now + ground.Plan.Physics.TokenLifetime),
        };
        _tokens[grant.Id] = grant;
        Issued?.Invoke(grant);
        return grant;
    }

    private IReadOnlyList<KeystoneRole> RolesOn(
        KeystoneUser user,
        KeystoneProject? project,
        KeystoneDomain? domain,
        bool scoped,
        AppCredential? credential
    )
    {
        if (credential is null)
            return scoped ? grants.EffectiveRoles(user, project, domain) : [];
        var held = grants.EffectiveRoles(user, project);
        return RoleGrants.WithImplied(credential.Roles.Where(held.Contains));
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset moment) =>
        new(moment.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static string NewAuditId() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string NewTokenId() =>
        "gAAAAA"
        + Convert.ToBase64String(RandomNumberGenerator.GetBytes(132)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
