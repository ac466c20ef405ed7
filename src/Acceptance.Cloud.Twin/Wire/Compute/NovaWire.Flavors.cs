using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Flavors and key pairs.</summary>
internal sealed partial class NovaWire
{
    private void MapFlavors()
    {
        Map("GET", "/v2.1/flavors", request => FlavorList(request, "flavors", brief: true));
        Map("GET", "/v2.1/flavors/detail", request => FlavorList(request, "flavors/detail", brief: false));
        Map(
            "GET",
            "/v2.1/flavors/{id}",
            request =>
                WireAnswer.Ok(new JsonObject { ["flavor"] = NovaJson.Flavor(request, Flavor(request), brief: false) })
        );
        Map(
            "GET",
            "/v2.1/flavors/{id}/os-extra_specs",
            request => WireAnswer.Ok(new JsonObject { ["extra_specs"] = NovaJson.Map(Flavor(request).ExtraSpecs) })
        );
        Map("POST", "/v2.1/flavors", CreateFlavor);
        Map(
            "DELETE",
            "/v2.1/flavors/{id}",
            request =>
            {
                DemandAdmin(request, "os-flavor-manage:delete");
                Nova.DeleteFlavor(Flavor(request));
                return WireAnswer.Empty(202);
            }
        );
        Map(
            "POST",
            "/v2.1/flavors/{id}/os-extra_specs",
            request =>
            {
                DemandAdmin(request, "os-flavor-extra-specs:create");
                var specs = request.Json("extra_specs");
                foreach (var (key, value) in specs)
                    Flavor(request).ExtraSpecs[key] = value!.ToString();
                return WireAnswer.Ok(new JsonObject { ["extra_specs"] = specs.DeepClone() });
            }
        );
    }

    private NovaFlavor Flavor(OpenStackRequest request) =>
        Nova.Flavors.FirstOrDefault(flavor => flavor.Id == request["id"])
        ?? throw new ApiRefusal(404, $"Flavor {request["id"]} could not be found.");

    private WireAnswer FlavorList(OpenStackRequest request, string collection, bool brief)
    {
        var asked = request.Query("is_public");
        var visible = Nova
            .Flavors.Where(flavor =>
                (asked, request.Caller.IsAdmin) switch
                {
                    ("None", true) => true,
                    ("False" or "false", true) => !flavor.IsPublic,
                    _ => flavor.IsPublic,
                }
            )
            .OrderBy(flavor => flavor.Id, StringComparer.Ordinal);
        var page = Page<NovaFlavor>.Of(
            request,
            visible,
            flavor => flavor.Id,
            1000,
            marker => new ApiRefusal(400, $"marker [{marker}] not found"),
            BadLimit
        );
        var body = new JsonObject
        {
            ["flavors"] = new JsonArray([.. page.Items.Select(flavor => NovaJson.Flavor(request, flavor, brief))]),
        };
        if (page.Full)
            body["flavors_links"] = NextLink(request, collection, page.Items[^1].Id);
        return WireAnswer.Ok(body);
    }

    private WireAnswer CreateFlavor(OpenStackRequest request)
    {
        DemandAdmin(request, "os-flavor-manage:create");
        var body = request.Json("flavor");
        var flavor = Nova.CreateFlavor(
            body["name"]!.ToString(),
            Number(body, "ram"),
            Number(body, "vcpus"),
            Number(body, "disk"),
            body["id"]?.ToString() is { } id and not "auto" ? id : null,
            body["os-flavor-access:is_public"]?.GetValue<bool>() ?? true
        );
        return WireAnswer.Ok(new JsonObject { ["flavor"] = NovaJson.Flavor(request, flavor, brief: false) });
    }

    private static int Number(JsonObject body, string field) =>
        int.TryParse(body[field]?.ToString(), out var number)
            ? number
            : throw new ApiRefusal(
                400,
                $"Invalid input for field/attribute {field}. Value: {body[field]}. '{field}' is a required property"
            );

    private void MapKeypairs()
    {
        Map(
            "GET",
            "/v2.1/os-keypairs",
            request =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["keypairs"] = new JsonArray([
                            .. Nova
                                .Keypairs.Where(pair => pair.UserId == Owner(request))
                                .OrderBy(pair => pair.Name, StringComparer.Ordinal)
                                .Select(pair => new JsonObject { ["keypair"] = Brief(request, pair) }),
                        ]),
                    }
                )
        );
        Map(
            "GET",
            "/v2.1/os-keypairs/{name}",
            request => WireAnswer.Ok(new JsonObject { ["keypair"] = Whole(request, Pair(request)) })
        );
        Map("POST", "/v2.1/os-keypairs", CreateKeypair);
        Map(
            "DELETE",
            "/v2.1/os-keypairs/{name}",
            request =>
            {
                Nova.DeleteKeypair(Pair(request));
                return WireAnswer.Empty(request.AtLeast("2.2") ? 204 : 202);
            }
        );
    }

    private static string Owner(OpenStackRequest request) =>
        request.AtLeast("2.10") && request.Caller.IsAdmin && request.Query("user_id") is { } other
            ? other
            : request.Caller.UserId;

    private NovaKeypair Pair(OpenStackRequest request) =>
        Nova.Keypair(Owner(request), request["name"])
        ?? throw new ApiRefusal(404, $"Keypair {request["name"]} not found for user {Owner(request)}");

    private WireAnswer CreateKeypair(OpenStackRequest request)
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

        var pair = Nova.CreateKeypair(Owner(request), name, key);
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
