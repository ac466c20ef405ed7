using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.World;
using RunningTwin = Acceptance.Cloud.Twin.Twin;

namespace Acceptance.Twin.Tests;

/// <summary>A started twin and a plain HTTP client that trusts its Vault root and nothing else.</summary>
internal sealed class CloudClient : IAsyncDisposable
{
    private CloudClient(RunningTwin twin)
    {
        Twin = twin;
        Http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = Trust(twin.World.Pki.VaultRoot),
                },
            }
        );
    }

    public RunningTwin Twin { get; }

    public TwinWorld World => Twin.World;

    public WorldPlan Plan => World.Plan;

    public HttpClient Http { get; }

    public static CloudClient Start(TwinOptions? options = null) =>
        new(
            RunningTwin.Start(
                (options ?? new TwinOptions()) with
                {
                    HomesUnder = TestContext.CurrentContext.WorkDirectory,
                }
            )
        );

    /// <summary>"keystone", "/v3" -> https://127.12.4.50:5000/v3</summary>
    public string Url(string service, string path) =>
        $"https://{Plan.Vip(service)}:{World.Listeners.Actual(Plan.Ports[service])}{path}";

    public static JsonObject PasswordOf(string user, string domain, string password, JsonNode? scope)
    {
        var auth = new JsonObject
        {
            ["identity"] = new JsonObject
            {
                ["methods"] = new JsonArray("password"),
                ["password"] = new JsonObject
                {
                    ["user"] = new JsonObject
                    {
                        ["name"] = user,
                        ["domain"] = new JsonObject { ["name"] = domain },
                        ["password"] = password,
                    },
                },
            },
        };
        if (scope is not null)
            auth["scope"] = scope;
        return new JsonObject { ["auth"] = auth };
    }

    public static JsonObject ProjectScope(string name, string domain) =>
        new()
        {
            ["project"] = new JsonObject
            {
                ["name"] = name,
                ["domain"] = new JsonObject { ["name"] = domain },
            },
        };

    public static JsonObject ProjectIdScope(string id) => new() { ["project"] = new JsonObject { ["id"] = id } };

    /// <summary>A token of the admin user, scoped to the admin project unless told otherwise.</summary>
    public async Task<string> Token(JsonNode? scope = null)
    {
        var admin = World.Identity.Admin;
        using var answer = await Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            PasswordOf(
                admin.Name,
                admin.Domain.Name,
                admin.Password,
                scope ?? ProjectScope(Plan.AdminProject, Plan.AdminDomain)
            )
        );
        ((int)answer.StatusCode).Should().Be(201);
        return answer.Headers.GetValues("X-Subject-Token").Single();
    }

    public Task<HttpResponseMessage> Get(string service, string path, string? token = null) =>
        Ask(HttpMethod.Get, service, path, token);

    public async Task<HttpResponseMessage> Ask(
        HttpMethod method,
        string service,
        string path,
        string? token,
        JsonNode? json = null,
        (string Name, string Value)? header = null,
        string type = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, Url(service, path));
        if (token is not null)
            request.Headers.Add("X-Auth-Token", token);
        if (json is not null)
            request.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, type);
        if (header is { } one)
            request.Headers.TryAddWithoutValidation(one.Name, one.Value);
        return await Http.SendAsync(request);
    }

    public async Task<JsonNode> Json(string service, string path, string token)
    {
        using var answer = await Get(service, path, token);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(200, "{0} answered {1}", path, text);
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> Read(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Twin.DisposeAsync();
    }

    private static X509ChainPolicy Trust(X509Certificate2 root) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
}
