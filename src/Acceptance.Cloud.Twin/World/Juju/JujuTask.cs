namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>One unit's part of an operation.</summary>
internal sealed class JujuTask(int id, string unit)
{
    public int Id { get; } = id;

    public string Unit { get; } = unit;

    /// <summary>pending, running, completed, failed.</summary>
    public string Status { get; private set; } = "running";

    /// <summary>What action-set left, return-code, stdout and stderr included where the action ran a command.</summary>
    public IReadOnlyDictionary<string, object> Results { get; private set; } = new Dictionary<string, object>();

    /// <summary>What action_fail said.</summary>
    public string? Message { get; private set; }

    public DateTimeOffset? Completed { get; private set; }

    public void Complete(IReadOnlyDictionary<string, object> results, DateTimeOffset now) =>
        End("completed", results, null, now);

    public void Fail(string message, IReadOnlyDictionary<string, object> results, DateTimeOffset now) =>
        End("failed", results, message, now);

    private void End(string status, IReadOnlyDictionary<string, object> results, string? message, DateTimeOffset now)
    {
        Status = status;
        Results = results;
        Message = message;
        Completed = now;
    }
}
