using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Writes a kubeconfig of data fields, as JSON, which is YAML to every client: what a cloud put into a field stays in
/// it.
/// </summary>
internal static class KubeconfigText
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Kubeconfig config, string cluster)
    {
        var name = config.User ?? "admin";
        return new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Config",
                ["current-context"] = "default",
                ["preferences"] = new JsonObject(),
                ["clusters"] = One(cluster, "cluster", Cluster(config)),
                ["contexts"] = One("default", "context", new() { ["cluster"] = cluster, ["user"] = name }),
                ["users"] = One(name, "user", User(config)),
            }.ToJsonString(Written) + "\n";
    }

    private static JsonArray One(string name, string section, JsonObject holds) =>
        new(new JsonObject { ["name"] = name, [section] = holds });

    private static JsonObject Cluster(Kubeconfig config)
    {
        var cluster = new JsonObject { ["server"] = config.Server.OriginalString };
        if (config.CaPem.Length > 0)
            cluster["certificate-authority-data"] = Base64(config.CaPem);
        if (config.ServerName is { } name)
            cluster["tls-server-name"] = name;
        return cluster;
    }

    private static JsonObject User(Kubeconfig config)
    {
        var user = new JsonObject();
        foreach (
            var (field, value) in new[]
            {
                ("token", config.Token),
                ("username", config.User),
                ("password", config.Password),
                ("client-certificate-data", config.CertificatePem is { } pem ? Base64(pem) : null),
                ("client-key-data", config.KeyPem is { } key ? Base64(key) : null),
            }
        )
        {
            if (value is not null)
                user[field] = value;
        }

        return user;
    }

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
}
