using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Key pairs, which belong to a user.</summary>
internal sealed class Keypairs(Nova nova) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.1/os-keypairs", List),
            Route.Get(
                "/v2.1/os-keypairs/{name}",
                request => WireAnswer.Ok(new JsonObject { ["keypair"] = Whole(request, Find(request)) })
            ),
            Route.Post("/v2.1/os-keypairs", Create),
            Route.Delete("/v2.1/os-keypairs/{name}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        var own = nova
            .Keypairs.Where(pair => pair.UserId == Owner(request))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal);
        return WireAnswer.Ok(
            new JsonObject
            {
                ["keypairs"] = new JsonArray([
                    .. own.Select(pair => new JsonObject { ["keypair"] = Brief(request, pair) }),
                ]),
            }
        );
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        nova.Keypairs.Delete(Find(request));
        return WireAnswer.Empty(request.AtLeast("2.2") ? 204 : 202);
    }

    private static string Owner(OpenStackRequest request) =>
        request.AtLeast("2.10") && request.Caller.IsAdmin && request.Query("user_id") is { } other
            ? other
            : request.Caller.UserId;

    private NovaKeypair Find(OpenStackRequest request) =>
        nova.Keypairs.Find(Owner(request), request["name"])
        ?? throw new ApiRefusal(404, $"Keypair {request["name"]} not found for user {Owner(request)}");

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = request.Json("keypair");
        var name =
            body["name"]?.ToString()
            ?? throw new ApiRefusal(400, "Invalid input for field/attribute keypair. 'name' is a required property");
        string? secret = null;
        if (body["public_key"]?.ToString() is not { } key)
        {
            if (request.AtLeast("2.92"))
                throw new ApiRefusal(
                    400,
                    "Invalid input for field/attribute keypair. 'public_key' is a required property"
                );
            using var made = RSA.Create(2048);
            secret = made.ExportRSAPrivateKeyPem() + "\n";
            key = $"ssh-rsa {Convert.ToBase64String(made.ExportSubjectPublicKeyInfo())} Generated-by-Nova";
        }

        var pair = nova.Keypairs.Create(Owner(request), name, key);
        var json = new JsonObject();
        if (request.AtLeast("2.2"))
            json["type"] = "ssh";
        json["name"] = pair.Name;
        json["public_key"] = pair.PublicKey;
        json["fingerprint"] = pair.Fingerprint;
        json["user_id"] = pair.UserId;
        if (secret is not null)
            json["private_key"] = secret;
        return WireAnswer.Json(request.AtLeast("2.2") ? 201 : 200, new JsonObject { ["keypair"] = json });
    }

    private static JsonObject Brief(OpenStackRequest request, NovaKeypair pair)
    {
        var json = new JsonObject
        {
            ["name"] = pair.Name,
            ["public_key"] = pair.PublicKey,
            ["fingerprint"] = pair.Fingerprint,
        };
        if (request.AtLeast("2.2"))
            json["type"] = "ssh";
        return json;
    }

    private static JsonObject Whole(OpenStackRequest request, NovaKeypair pair)
    {
        var json = new JsonObject
        {
            ["name"] = pair.Name,
            ["public_key"] = pair.PublicKey,
            ["fingerprint"] = pair.Fingerprint,
            ["user_id"] = pair.UserId,
            ["created_at"] = WireTime.Micro(pair.CreatedAt),
            ["deleted"] = false,
            ["deleted_at"] = null,
            ["id"] = pair.Id,
            ["updated_at"] = null,
        };
        if (request.AtLeast("2.2"))
            json["type"] = "ssh";
        return json;
    }
}
