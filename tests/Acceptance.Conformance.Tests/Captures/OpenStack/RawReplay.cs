using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Sends a capture's requests to a twin as they were sent, ids translated, and compares each answer.</summary>
internal sealed class RawReplay(CapturedCloud cloud, Situation situation)
{
    private readonly ExchangeComparison _comparison = new(cloud.Ids);
    private readonly HashSet<string> _unsent = new(
        ["Host", "User-Agent", "Accept-Encoding", "Connection", "Content-Length"],
        StringComparer.OrdinalIgnoreCase
    );
    private string? _token;
    private string? _deleted;

    /// <summary>Same, different with the first difference, or not emulated.</summary>
    public async Task<(Likeness Likeness, string Why)> Play(OpenStackCapture capture)
    {
        var changed = false;
        if (capture.Environment is not null && !LooksAtOnce(capture))
            cloud.World.Clock.Advance(ClientReplay.BetweenCommands);
        _deleted = null;
        (Likeness Likeness, string Why)? verdict = null;
        var own = capture.Exchanges.Any(exchange => exchange.AsksForToken && exchange.Succeeded);
        foreach (var exchange in capture.Exchanges.Where(exchange => exchange.Status is not null))
        {
            if (!cloud.Has(exchange.Service))
            {
                verdict ??= (Likeness.NotEmulated, $"the twin has no {exchange.Service}");
                continue;
            }

            var answer = await Answer(exchange, capture, own, changed);

            changed |= exchange.Changes;
            if (exchange is { Method: "DELETE", Succeeded: true })
                _deleted = exchange.Path;
            Learn(exchange, answer);
            if (answer.NotEmulated && exchange.Status != 501)
                verdict = (Likeness.NotEmulated, $"{exchange}");
            else if (_comparison.Of(exchange, answer) is { } difference)
                verdict ??= (
                    Likeness.Different,
                    (exchange.Probe.Length > 0 ? $"[{exchange.Probe}] " : "") + difference
                );
        }

        return verdict ?? (Likeness.Same, "");
    }

    private async Task<TwinAnswer> Answer(CapturedExchange exchange, OpenStackCapture capture, bool own, bool changed)
    {
        if (!own)
            _token = await TokenFor(exchange, capture);
        if (_token is not null)
            situation.LastCaller = cloud.World.Identity.Tokens.Find(_token);
        situation.Before(exchange, changed);
        var answer = await Send(exchange);
        // A duplicate needs a first one.
        if (exchange is { Status: 409, Method: "POST" } && answer.Status is >= 200 and < 300)
            answer = await Send(exchange);
        if (!own && answer.Status == 403 && exchange.Succeeded)
        {
            _token = await cloud.Token(
                cloud.World.Plan.AdminUser,
                cloud.World.Identity.Project(cloud.World.Plan.AdminProject).Id
            );
            answer = await Send(exchange);
        }
        return answer;
    }

    /// <summary>What is to go reads as before for a moment: whoever looked in that moment there, does here.</summary>
    private bool LooksAtOnce(OpenStackCapture capture) =>
        _deleted is { } path
        && capture.Exchanges.Any(exchange =>
            exchange.Method == "GET"
            && exchange.Path == path
            && Seen.In(exchange)
                .Any(seen =>
                    seen.Text("status") is { Length: > 0 } status
                    && !status.StartsWith("DELET", StringComparison.Ordinal)
                )
        );

    /// <summary>
    /// The answer to one question of a time line, as the cloud's admin, on the project that the captured one belongs
    /// to or on the admin's own.
    /// </summary>
    public async Task<TwinAnswer> Ask(string service, string pathAndQuery, string captured)
    {
        var project =
            captured.Length > 0 && cloud.Ids.Of(captured) is { } known
                ? known
                : cloud.World.Identity.Project(cloud.World.Plan.AdminProject).Id;
        return await cloud.Send(
            service,
            "GET",
            cloud.Ids.Translate(pathAndQuery),
            [
                ("X-Auth-Token", await cloud.Token(cloud.World.Plan.AdminUser, project) ?? ""),
                ("Accept", "application/json"),
            ],
            null
        );
    }

    private void Learn(CapturedExchange exchange, TwinAnswer answer)
    {
        if (answer.Status is < 200 or >= 300 || !exchange.Succeeded)
            return;
        if (exchange.AsksForToken)
            _token = answer.Headers.FirstOrDefault(header => header.Name == "X-Subject-Token").Value;
        cloud.Ids.Align(exchange.Body, answer.Json);
        situation.After(exchange);
        foreach (var header in (string[])["Location", "location"])
        {
            if (
                exchange.Headers.FirstOrDefault(one => one.Name == header).Value is { } was
                && answer
                    .Headers.FirstOrDefault(one => one.Name.Equals(header, StringComparison.OrdinalIgnoreCase))
                    .Value
                    is { } now
            )
                cloud.Ids.Align(
                    JsonValue.Create(was[(was.LastIndexOf('/') + 1)..]),
                    JsonValue.Create(now[(now.LastIndexOf('/') + 1)..])
                );
        }
    }

    private async Task<TwinAnswer> Send(CapturedExchange exchange)
    {
        var query = exchange.Query.Length > 0 ? "?" + cloud.Ids.Translate(exchange.Query) : "";
        var headers = exchange
            .RequestHeaders.Where(header => !_unsent.Contains(header.Name))
            .Select(header =>
                (
                    header.Name,
                    header.Value switch
                    {
                        "REDACTED-TOKEN" => _token ?? "none",
                        var value => value,
                    }
                )
            );
        return await cloud.Send(
            exchange.Service,
            exchange.Method,
            cloud.Ids.Translate(exchange.Path) + query,
            headers,
            Body(exchange)
        );
    }

    private byte[]? Body(CapturedExchange exchange)
    {
        if (exchange.RequestBody is null)
            return exchange.Method is "POST" or "PUT" or "PATCH" && exchange.RequestHeader("Content-Type") is not null
                ? []
                : null;
        if (exchange.RequestBody is JsonValue value && value.TryGetValue<string>(out var text))
        {
            if (text.Contains("bytes of binary", StringComparison.Ordinal))
                return Acceptance.Cloud.Twin.World.Images.DiskImage.Qcow2(exchange.Path, 1L << 30);
            return Encoding.UTF8.GetBytes(cloud.Ids.Translate(text));
        }

        var body = cloud.Ids.Translate(exchange.RequestBody)!;
        if (exchange.AsksForToken)
            Authenticate(body);
        if (body is JsonObject asked && asked["csr"]?.ToString() == "REDACTED-CERTIFICATE")
            asked["csr"] = SigningRequest();
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static string SigningRequest()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(
            "CN=admin,O=system:masters",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSigningRequestPem();
    }

    /// <summary>The secrets that were redacted are the twin's own.</summary>
    private void Authenticate(JsonNode body)
    {
        if (body["auth"]?["identity"] is not JsonObject identity)
            return;
        if (identity["password"]?["user"] is JsonObject user && user["password"]?.ToString() == "REDACTED-PASSWORD")
        {
            var domain = user["domain"]?["name"]?.ToString() ?? user["domain"]?["id"]?.ToString();
            user["password"] =
                cloud
                    .World.Identity.Users.Find(one =>
                        one.Id == user["id"]?.ToString()
                        || (
                            one.Name == user["name"]?.ToString()
                            && (one.Domain.Name == domain || one.Domain.Id == domain)
                        )
                    )
                    ?.Password
                ?? "none";
        }

        if (
            identity["application_credential"] is JsonObject credential
            && credential["secret"]?.ToString() == "REDACTED-SECRET"
        )
            credential["secret"] =
                cloud.World.Identity.AppCredentials.All.Find(one => one.Id == credential["id"]?.ToString())?.Secret
                ?? "none";
        if (identity["token"] is JsonObject token && token["id"]?.ToString() == "REDACTED-TOKEN")
            token["id"] = _token;
    }

    /// <summary>
    /// Raw probes do not say whose token they sent: a member's where they were refused for a role, else of whom the
    /// answer shows things.
    /// </summary>
    private async Task<string?> TokenFor(CapturedExchange exchange, OpenStackCapture capture)
    {
        var identity = cloud.World.Identity;
        var project =
            Mentioned(exchange)
            ?? capture.Exchanges.Select(Mentioned).FirstOrDefault(one => one is not null)
            ?? identity.Project(cloud.World.Plan.AdminProject).Id;
        var forbidden = exchange.Status == 403 || exchange.Probe.Contains("as member", StringComparison.Ordinal);
        if (!forbidden)
            return await cloud.Token(cloud.World.Plan.AdminUser, project)
                ?? await cloud.Token(cloud.World.Plan.AdminUser, identity.Project(cloud.World.Plan.AdminProject).Id);
        lock (cloud.World.Gate)
        {
            var member =
                identity.Users.Find(one => one.Name == "captured-member")
                ?? identity.CreateUser("captured-member", identity.Domain("default"));
            identity.Grants.Assign(
                member,
                identity.Grants.Role("member"),
                identity.Projects.Find(one => one.Id == project)!
            );
        }

        return await cloud.Token("captured-member", project);
    }

    private string? Mentioned(CapturedExchange exchange)
    {
        var said = cloud.Ids.Translate($"{exchange.Path} {exchange.Body?.ToJsonString()}");
        return cloud
            .World.Identity.Projects.Where(project => said.Contains(project.Id, StringComparison.Ordinal))
            .OrderBy(project => said.IndexOf(project.Id, StringComparison.Ordinal))
            .FirstOrDefault()
            ?.Id;
    }
}
