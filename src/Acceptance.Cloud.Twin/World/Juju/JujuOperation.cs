namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>One `juju run` or `juju exec`: its action, when it was enqueued, and a task a unit.</summary>
internal sealed class JujuOperation(
    int id,
    string action,
    IReadOnlyDictionary<string, string> parameters,
    DateTimeOffset enqueued
)
{
    private readonly List<JujuTask> _tasks = [];

    public int Id { get; } = id;

    public string Action { get; } = action;

    public IReadOnlyDictionary<string, string> Parameters { get; } = parameters;

    public DateTimeOffset Enqueued { get; } = enqueued;

    public IReadOnlyList<JujuTask> Tasks => _tasks;

    /// <summary>running, completed, failed.</summary>
    public string Status =>
        _tasks.Any(task => task.Status == "failed") ? "failed"
        : _tasks.All(task => task.Status == "completed") ? "completed"
        : "running";

    internal void Add(JujuTask task) => _tasks.Add(task);
}
