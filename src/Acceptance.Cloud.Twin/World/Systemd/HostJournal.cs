namespace Acceptance.Cloud.Twin.World.Systemd;

/// <summary>
/// What happened to a host's units beside what the world models of them: the lines of the journal,
/// and who was stopped or failed.
/// </summary>
internal sealed class HostJournal
{
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<string, (bool Failed, DateTimeOffset Since)> _down = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _started = new(StringComparer.Ordinal);

    public IReadOnlyList<JournalEntry> Entries => _entries;

    public void Add(JournalEntry entry) => _entries.Add(entry);

    /// <summary>Stopped or failed, and since when; null while it runs.</summary>
    public (bool Failed, DateTimeOffset Since)? Down(string unit) =>
        _down.TryGetValue(unit, out var down) ? down : null;

    /// <summary>When somebody last started it; null: with the host.</summary>
    public DateTimeOffset? Started(string unit) => _started.TryGetValue(unit, out var at) ? at : null;

    public void Stopped(InstalledUnit unit, DateTimeOffset at)
    {
        Says(unit, at, 6, $"Stopping {unit.Description}...");
        Says(unit, at, 6, $"{unit.Name}.service: Deactivated successfully.");
        Says(unit, at, 6, $"Stopped {unit.Description}.");
        _down[unit.Name] = (false, at);
    }

    public void Start(InstalledUnit unit, DateTimeOffset at)
    {
        Says(unit, at, 6, $"Starting {unit.Description}...");
        Says(unit, at, 6, $"Started {unit.Description}.");
        _down.Remove(unit.Name);
        _started[unit.Name] = at;
    }

    public void Reloaded(InstalledUnit unit, DateTimeOffset at)
    {
        Says(unit, at, 6, $"Reloading {unit.Description}...");
        Says(unit, at, 6, $"Reloaded {unit.Description}.");
    }

    /// <summary>A start whose first program ended with an error.</summary>
    public void Failed(InstalledUnit unit, DateTimeOffset at, IEnumerable<string> said)
    {
        Says(unit, at, 6, $"Starting {unit.Description}...");
        foreach (var line in said)
            Add(new JournalEntry(at, unit.Name + ".service", unit.Process, 3002, 1, line));
        Says(unit, at, 5, $"{unit.Name}.service: Control process exited, code=exited, status=1/FAILURE");
        Says(unit, at, 4, $"{unit.Name}.service: Failed with result 'exit-code'.");
        Says(unit, at, 3, $"Failed to start {unit.Description}.");
        _down[unit.Name] = (true, at);
    }

    /// <summary>A reload whose test of the file failed: the process serves on.</summary>
    public void ReloadFailed(InstalledUnit unit, DateTimeOffset at)
    {
        Says(unit, at, 6, $"Reloading {unit.Description}...");
        Says(unit, at, 5, $"{unit.Name}.service: Control process exited, code=exited, status=1/FAILURE");
        Says(unit, at, 3, $"Reload failed for {unit.Description}.");
    }

    /// <summary>The host came up: what was stopped runs again.</summary>
    internal void Boot()
    {
        _down.Clear();
        _started.Clear();
    }

    private void Says(InstalledUnit unit, DateTimeOffset at, int priority, string message) =>
        Add(new JournalEntry(at, unit.Name + ".service", "systemd", 1, priority, message));
}
