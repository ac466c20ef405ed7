using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Keystone's envelopes: it ignores limit and marker, so a list has neither next nor previous.</summary>
internal static class KeystoneAnswer
{
    public static string Root(OpenStackRequest request) => $"{request.Base}/v3";

    public static WireAnswer GuardedList<T>(
        OpenStackRequest request,
        string action,
        string collection,
        IEnumerable<T> all,
        Func<T, string, JsonObject> shape
    )
    {
        Enforce(request, action);
        return Listed(request, collection, all, one => shape(one, Root(request)));
    }

    public static WireAnswer Shown<T>(
        OpenStackRequest request,
        string action,
        string kind,
        T? one,
        Func<T, string, JsonObject> shape,
        bool own = false
    )
        where T : class
    {
        Enforce(request, action, own);
        return one is null
            ? throw new ApiRefusal(404, $"Could not find {kind}: {request["id"]}.")
            : WireAnswer.Ok(new JsonObject { [kind] = shape(one, Root(request)) });
    }

    public static WireAnswer Made(string kind, JsonObject shape) =>
        WireAnswer.Json(201, new JsonObject { [kind] = shape });

    public static WireAnswer Listed<T>(
        OpenStackRequest request,
        string collection,
        IEnumerable<T> all,
        Func<T, JsonObject> shape
    ) =>
        WireAnswer.Ok(
            new JsonObject
            {
                [collection] = new JsonArray([.. all.Select(shape)]),
                ["links"] = new JsonObject
                {
                    ["next"] = null,
                    ["self"] = request.Base + request.Path.TrimEnd('/') + request.QueryString,
                    ["previous"] = null,
                },
            }
        );
}
