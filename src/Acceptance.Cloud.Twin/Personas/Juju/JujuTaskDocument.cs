using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>A task as `juju run`, `juju exec` and `juju show-operation` print it (FACTS 8.1).</summary>
internal static class JujuTaskDocument
{
    private static readonly string[] OfTheShell = ["return-code", "stdout", "stderr"];

    public static JsonObject Of(JujuTask task, JujuOperation operation)
    {
        var json = new JsonObject { ["id"] = $"{task.Id}" };
        if (task.Message is { } message)
            json["message"] = message;
        if (task.Results.Count > 0)
            json["results"] = Results(task.Results);
        json["status"] = task.Status;
        json["timing"] = Timing(operation.Enqueued, task.Completed);
        json["unit"] = task.Unit;
        return json;
    }

    public static JsonObject Timing(DateTimeOffset enqueued, DateTimeOffset? completed)
    {
        var json = new JsonObject();
        if (completed is { } end)
            json["completed"] = JujuTime.Timing(end);
        json["enqueued"] = JujuTime.Timing(enqueued);
        json["started"] = JujuTime.Timing(enqueued);
        return json;
    }

    /// <summary>
    /// The human form: what a command printed, or an action's results as YAML, which indents a certificate.
    /// </summary>
    public static void Plain(PersonaCall call, JujuTask task, JujuOperation operation, bool named)
    {
        if (named)
        {
            call.Out(GoYaml.Of(new JsonObject { [task.Unit] = Of(task, operation) }));
            return;
        }

        if (task.Status == "failed")
            call.Out($"Action id {task.Id} failed: {task.Message}\n");
        if (task.Results.TryGetValue("stdout", out var stdout))
            call.Out((string)stdout);
        if (task.Results.TryGetValue("stderr", out var stderr))
            call.Err((string)stderr);
        var shown = task.Results.Where(result => !OfTheShell.Contains(result.Key)).ToDictionary(StringComparer.Ordinal);
        if (shown.Count > 0)
            call.Out(GoYaml.Of(Results(shown)) + "\n");
    }

    public static JsonObject Results(IEnumerable<KeyValuePair<string, object>> results)
    {
        var json = new JsonObject();
        foreach (var (key, value) in results.OrderBy(result => result.Key, StringComparer.Ordinal))
            json[key] = value is int number ? number : (string)value;
        return json;
    }
}
