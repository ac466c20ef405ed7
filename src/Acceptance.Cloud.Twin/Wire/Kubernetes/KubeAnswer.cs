using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>One answer of an API server before it is written: JSON or text, and the warnings that go with it.</summary>
internal sealed record KubeAnswer(int Status, JsonNode? Body)
{
    public string? Text { get; init; }

    /// <summary>What is no text.</summary>
    public byte[]? Raw { get; init; }

    public string ContentType { get; init; } = "application/json";

    public string CacheControl { get; init; } = "no-cache, private";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static KubeAnswer Ok(JsonNode body) => new(200, body);

    public static KubeAnswer Plain(int status, string text) =>
        new(status, null)
        {
            Text = text,
            ContentType = "text/plain; charset=utf-8",
            Headers = [("X-Content-Type-Options", "nosniff")],
        };

    /// <summary>What the router says of a path it does not know: text, no Status.</summary>
    public static KubeAnswer NoSuchPath { get; } = Plain(404, "404 page not found\n");

    public static KubeAnswer Failure(int code, string reason, string message, JsonObject? details = null)
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = message,
        };
        if (reason.Length > 0)
            status["reason"] = reason;
        if (details is not null)
            status["details"] = details;
        status["code"] = code;
        return new KubeAnswer(code, status);
    }

    public static KubeAnswer Refused(KubeRefusedException refused)
    {
        var answer = Failure(refused.Code, refused.Reason, refused.Message, refused.Details?.DeepClone() as JsonObject);
        // An expired page comes with a token to go on with.
        if (refused.Data["continue"] is string token)
            answer.Body!["metadata"]!["continue"] = token;
        return answer;
    }

    /// <summary>
    /// What a server says whose store does not answer in time: on a write it is the handler that says so.
    /// </summary>
    public static KubeAnswer TimedOut(bool reading)
    {
        const string read = "Timeout: request did not complete within the allotted timeout";
        if (!reading)
            return Failure(
                504,
                "Timeout",
                "Timeout: request did not complete within requested timeout - context deadline exceeded",
                []
            );
        return new KubeAnswer(
            504,
            new JsonObject
            {
                ["metadata"] = new JsonObject(),
                ["status"] = "Failure",
                ["message"] = read,
                ["reason"] = "Timeout",
                ["details"] = new JsonObject(),
                ["code"] = 504,
            }
        )
        {
            ContentType = "text/plain; charset=utf-8",
        };
    }

    public static KubeAnswer MethodNotAllowed { get; } =
        Failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static KubeAnswer Deleted(KubeObject gone)
    {
        var details = new JsonObject { ["name"] = gone.Name };
        if (gone.Kind.Group.Length > 0)
            details["group"] = gone.Kind.Group;
        details["kind"] = gone.Kind.Plural;
        details["uid"] = gone.Uid;
        return Ok(
            new JsonObject
            {
                ["kind"] = "Status",
                ["apiVersion"] = "v1",
                ["metadata"] = new JsonObject(),
                ["status"] = "Success",
                ["details"] = details,
            }
        );
    }
}
