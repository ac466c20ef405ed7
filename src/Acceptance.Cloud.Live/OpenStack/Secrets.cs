using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Barbican.</summary>
internal sealed class Secrets(RestServices services) : ISecrets
{
    public Task<Reading<string>> Store(Scope scope, SecretRequest request, CancellationToken cancel = default)
    {
        var body = new JsonObject
        {
            ["name"] = request.Name,
            ["secret_type"] = "opaque",
            ["payload"] = request.Payload,
            ["payload_content_type"] = "text/plain",
            ["expiration"] = request.Expires.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
        };
        return services.One(
            new Question(
                OperationCatalogue.StoreSecret.At(),
                scope,
                $"secret store --name {request.Name} --secret-type opaque --payload {request.Payload}"
            ) with
            {
                Json = body.ToJsonString(),
            },
            // The last part of its address; python-barbicanclient reads it so, too.
            stored => stored["secret_ref"].Text().Split('/')[^1],
            cancel
        );
    }

    public Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default) =>
        services.Do(new Question(OperationCatalogue.DeleteSecret.At(id), scope, $"secret delete {id}"), cancel);
}
