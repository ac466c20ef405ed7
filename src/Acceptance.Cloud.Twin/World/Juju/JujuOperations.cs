namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>The controller's log of actions and exec calls; operation and task ids come from one counter.</summary>
internal sealed class JujuOperations
{
    private readonly List<JujuOperation> _all = [];
    private int _next = 1;

    public IReadOnlyList<JujuOperation> All => _all;

    public JujuOperation Begin(
        string action,
        IReadOnlyDictionary<string, string> parameters,
        IEnumerable<string> units,
        DateTimeOffset now
    )
    {
        var operation = new JujuOperation(_next++, action, parameters, now);
        foreach (var unit in units)
            operation.Add(new JujuTask(_next++, unit));
        _all.Add(operation);
        return operation;
    }

    public JujuOperation? Find(string id) => _all.Find(operation => $"{operation.Id}" == id);
}
