using System.Collections.Concurrent;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// One token a scope and run: who asks while one is being issued waits for the same; a refused one is forgotten, so
/// that the next asks again.
/// </summary>
internal sealed class KeystoneTokens(
    Reading<Credential> credential,
    Sender sender,
    Redaction redaction,
    KnownHosts hosts
)
{
    private readonly ConcurrentDictionary<Scope, Lazy<Task<Reading<Token>>>> _tokens = new();

    public async Task<Reading<Token>> TokenFor(Scope scope, CancellationToken cancel)
    {
        // Issued without the first caller's cancellation: others wait for the same token.
        var flight = _tokens.GetOrAdd(
            scope,
            wanted => new Lazy<Task<Reading<Token>>>(() => Issue(wanted, CancellationToken.None))
        );
        var token = await flight.Value.WaitAsync(cancel);
        if (token is Reading<Token>.Unread)
            Forget(scope, flight);
        return token;
    }

    /// <summary>A token was refused: another is issued, once for all who hold that one.</summary>
    public async Task<Reading<Token>> Renew(Scope scope, Token refused, CancellationToken cancel)
    {
        if (
            _tokens.TryGetValue(scope, out var flight)
            && (await flight.Value.WaitAsync(cancel)).ValueOrDefault == refused
        )
            Forget(scope, flight);
        return await TokenFor(scope, cancel);
    }

    /// <summary>
    /// A token without any scope: it shows that user and password are right (DOCFIX-022). Its catalog is empty.
    /// </summary>
    public Task<Reading<string>> Unscoped(CancellationToken cancel) =>
        Post(null, $"OS_PROJECT_NAME= OS_PROJECT_DOMAIN_NAME= openstack token issue", (_, id) => id, cancel);

    /// <summary>The region that the credential asks in; null: any.</summary>
    public string? Region => credential.ValueOrDefault?.Region;

    public Uri? KeystoneV3 => credential.ValueOrDefault is { } known ? V3(known.AuthUrl) : null;

    private void Forget(Scope scope, Lazy<Task<Reading<Token>>> flight) =>
        _tokens.TryRemove(new KeyValuePair<Scope, Lazy<Task<Reading<Token>>>>(scope, flight));

    private async Task<Reading<Token>> Issue(Scope scope, CancellationToken cancel)
    {
        if (credential is not Reading<Credential>.Seen { Value: var known })
            return credential.As<Token>();
        if (known.IsApplicationCredential && scope is Scope.ProjectScope other)
        {
            return CredentialLocation.Unread<Token>(
                $"{known.From} holds an application credential, which is bound to one project and cannot be "
                    + $"narrowed to {other.Project}: use a user's openrc.",
                known.From
            );
        }

        var reading = await Post(
            ScopeOf(scope, known),
            new Question(OperationCatalogue.IssueToken.At(), scope, $"token issue").Typed,
            Read,
            cancel
        );
        return reading is Reading<Token>.Seen seen
            ? new Reading<Token>.Seen(seen.Value with { Evidence = seen.Evidence }, seen.Evidence)
            : Explained(reading, scope, known);
    }

    private Token Read(Field answer, string id)
    {
        var token = answer["token"];
        var (user, project) = (token["user"], token["project"]);
        var facts = new TokenFacts(
            user["id"].Text(),
            user["name"].Text(),
            project["id"].TextOrNull() ?? "",
            project["name"].TextOrNull() ?? "",
            project["domain"]["name"].TextOrNull() ?? "",
            [.. token["roles"].ListOrNone().Select(role => role["name"].Text())]
        )
        {
            Methods = [.. token["methods"].ListOrNone().Select(method => method.Text())],
        };
        return new Token(id, facts, [.. token["catalog"].ListOrNone().Select(Service)], Evidence.None);
    }

    private CatalogService Service(Field service)
    {
        (string? Region, string? Url)[] endpoints =
        [
            .. service["endpoints"]
                .ListOrNone()
                .Where(endpoint => endpoint["interface"].TextOrNull() == "public")
                .Select(endpoint =>
                    (
                        endpoint["region"].TextOrNull() ?? endpoint["region_id"].TextOrNull(),
                        endpoint["url"].TextOrNull()
                    )
                ),
        ];
        var url = endpoints.FirstOrDefault(one => (one.Region ?? Region) == Region || Region is null).Url;
        return new CatalogService(
            service["type"].Text(),
            service["name"].TextOrNull() is { Length: > 0 } name ? name : service["type"].Text(),
            Uri.TryCreate(url, UriKind.Absolute, out var at) ? at : null
        )
        {
            Regions = [.. endpoints.Select(one => one.Region).OfType<string>().Distinct()],
        };
    }

    private async Task<Reading<T>> Post<T>(
        JsonObject? scope,
        ByHand byHand,
        Func<Field, string, T> read,
        CancellationToken cancel
    )
    {
        if (credential is not Reading<Credential>.Seen { Value: var known })
            return credential.As<T>();
        if (hosts.Plain($"Keystone, as {known.From} names it,", known.AuthUrl) is { } plain)
            return CredentialLocation.Unread<T>($"{plain}.", known.From);
        redaction.Learn(known.Password);
        redaction.Learn(known.ApplicationCredentialSecret);
        var body = new JsonObject { ["auth"] = new JsonObject { ["identity"] = IdentityOf(known) } };
        if (scope is not null)
            body["auth"]!["scope"] = scope;
        var json = body.ToJsonString();
        var outgoing = new Outgoing(OperationCatalogue.IssueToken.At(), new Uri(V3(known.AuthUrl) + "/auth/tokens"))
        {
            Path = "/v3/auth/tokens",
            Body = () => new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json),
            ByHand = byHand,
            Reservation = hosts.Reservation(known.AuthUrl),
            Secret = true,
        };
        return await sender
            .Send(outgoing, cancel)
            .Then(received => Task.FromResult(Answered(received, outgoing, read)));
    }

    private Reading<T> Answered<T>(Received received, Outgoing outgoing, Func<Field, string, T> read)
    {
        if (!received.IsGood)
            return ServiceAnswer.Refused<T>(received, outgoing);
        if (received.Header("X-Subject-Token") is not { Length: > 0 } id)
            return new Reading<T>.Unread(
                Unreadable.Garbled,
                $"POST {outgoing.At} answered {received.Status} without an X-Subject-Token header: "
                    + $"something between us and Keystone dropped it; ask the haproxy before it.",
                received.Evidence
            );
        redaction.Learn(id);
        return ServiceAnswer.Read(received, outgoing, answer => read(answer, id));
    }

    private static Reading<Token> Explained(Reading<Token> reading, Scope scope, Credential known)
    {
        if (reading is not Reading<Token>.Unread { Why: Unreadable.Unauthorised } unread)
            return reading;
        // An application credential has neither a password nor a scope of its own to be wrong.
        if (known.IsApplicationCredential)
            return unread with
            {
                Sentence =
                    $"Keystone refused {known.Asker} (401): its secret in {known.From} is wrong, or it is gone or has "
                    + $"expired, or its user is disabled; ask it by hand, or make another one.",
            };
        var asked = scope is Scope.ProjectScope narrowed
            ? $"{narrowed.Project} in domain {narrowed.Domain}"
            : known.AskedProject;
        return unread with
        {
            Sentence =
                $"Keystone refused {known.Asker} (401) on the project {asked}: the password or the scope in "
                + $"{known.From} is wrong (DOCFIX-022 tells which), or the user has no role there.",
        };
    }

    private static JsonObject? ScopeOf(Scope scope, Credential known) =>
        (scope, known) switch
        {
            (_, { IsApplicationCredential: true }) => null,
            (Scope.ProjectScope narrowed, _) => Project(
                new JsonObject
                {
                    ["name"] = narrowed.Project,
                    ["domain"] = new JsonObject { ["name"] = narrowed.Domain },
                }
            ),
            (_, { ProjectId: { } id }) => Project(new JsonObject { ["id"] = id }),
            (_, { Project: { } name }) => Project(
                new JsonObject { ["name"] = name, ["domain"] = Domain(known.ProjectDomain, known.ProjectDomainId) }
            ),
            _ => null,
        };

    private static JsonObject Project(JsonObject project) => new() { ["project"] = project };

    private static JsonObject Domain(string? name, string? id) =>
        name is null ? new() { ["id"] = id } : new() { ["name"] = name };

    private static JsonObject IdentityOf(Credential known)
    {
        if (known.IsApplicationCredential)
        {
            var credential = new JsonObject { ["secret"] = known.ApplicationCredentialSecret };
            if (known.ApplicationCredentialId is { } credentialId)
                credential["id"] = credentialId;
            else
            {
                credential["name"] = known.ApplicationCredentialName;
                credential["user"] = UserOf(known);
            }

            return new()
            {
                ["methods"] = new JsonArray("application_credential"),
                ["application_credential"] = credential,
            };
        }

        var user = UserOf(known);
        user["password"] = known.Password;
        return new()
        {
            ["methods"] = new JsonArray("password"),
            ["password"] = new JsonObject { ["user"] = user },
        };
    }

    private static JsonObject UserOf(Credential known) =>
        known.UserId is { } id
            ? new() { ["id"] = id }
            : new() { ["name"] = known.User, ["domain"] = Domain(known.UserDomain, known.UserDomainId) };

    private static string V3Text(Uri authUrl)
    {
        var root = authUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return root.EndsWith("/v3", StringComparison.Ordinal) ? root
            : root.EndsWith("/v2.0", StringComparison.Ordinal) ? root[..^5] + "/v3"
            : root + "/v3";
    }

    private static Uri V3(Uri authUrl) => new(V3Text(authUrl));
}
