using System.Text.Json;
using Acceptance.Cloud;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;

namespace Acceptance.Runs.Journals;

/// <summary>
/// Every mutation, written down before it is started and again when it ended, one JSON object a line, so that an
/// interrupted run is swept by the next one. It lives outside the work tree: two clones share it. What it says is
/// believed, so nobody else may have written it.
/// </summary>
public sealed class Journal
{
    internal const string FileName = "journal.ndjson";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly PrivateFolder _folder;
    private readonly ICloudClock _clock;
    private readonly Action _changed;
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];

    public Journal(string folder, string runId, ICloudClock clock, Action? changed = null)
    {
        _folder = PrivateFolder.Own(folder);
        _folder.DemandOurs(FileName);
        _clock = clock;
        _changed = changed ?? (() => { });
        RunId = runId;
        Earlier = [.. Read(File)];
    }

    public string RunId { get; }

    public string File => _folder.In(FileName);

    /// <summary>Whether this run made it, or may have, and nothing proves it gone.</summary>
    public bool Keeps(string name, params string[] kinds)
    {
        lock (_lock)
            return _entries.Any(entry =>
                entry.What == "create"
                && entry.Name == name
                && kinds.Contains(entry.Kind)
                && entry.Outcome != DeedOutcome.Removed
            );
    }

    /// <summary>What earlier runs left in it, the last word on each deed.</summary>
    public IReadOnlyList<JournalEntry> Earlier { get; }

    /// <summary>
    /// Deeds of earlier runs whose thing was made, or may have been, and that nobody recorded as removed.
    /// </summary>
    public IReadOnlyList<JournalEntry> LeftBehind =>
        [
            .. Earlier.Where(entry =>
                entry.What == "create" && entry.Swept is null && entry.Outcome != DeedOutcome.Removed
            ),
        ];

    public IReadOnlyList<MutationRecord> Mutations
    {
        get
        {
            lock (_lock)
                return
                [
                    .. _entries.Select(entry => new MutationRecord(
                        entry.What,
                        entry.Kind,
                        $"{entry.Name}",
                        entry.Id is { } id ? (Sentence)$"{id}" : null,
                        entry.Planned,
                        entry.Ended,
                        entry.Outcome,
                        entry.Why,
                        null
                    )),
                ];
        }
    }

    /// <summary>Plans, does, records: the plan is on disk before the deed starts.</summary>
    public async Task<Reading<T>> Do<T>(
        string what,
        string kind,
        string name,
        string? id,
        Func<Task<Reading<T>>> deed,
        Func<T, string?>? idOf = null
    )
    {
        var entry = new JournalEntry
        {
            Deed = Guid.NewGuid().ToString("N"),
            Run = RunId,
            What = what,
            Kind = kind,
            Name = name,
            Id = id,
            Planned = _clock.Now,
            Outcome = DeedOutcome.Planned,
        };
        Write(entry);
        var reading = await deed();
        _changed();
        Write(
            entry with
            {
                Ended = _clock.Now,
                Id = reading is Reading<T>.Seen seen ? idOf?.Invoke(seen.Value) ?? id : id,
                Outcome = reading is Reading<T>.Unread ? DeedOutcome.Failed : DeedOutcome.Done,
                Why = (reading as Reading<T>.Unread)?.Sentence,
            }
        );
        return reading;
    }

    /// <summary>The thing is gone, proven: nobody needs to sweep it.</summary>
    public void Removed(string kind, string name)
    {
        JournalEntry[] open;
        lock (_lock)
            open = [.. _entries.Where(entry => entry.What == "create" && entry.Kind == kind && entry.Name == name)];
        foreach (var entry in open)
            Write(entry with { Outcome = DeedOutcome.Removed, Ended = _clock.Now });
    }

    /// <summary>An earlier run's deed was swept by this one.</summary>
    public void Sweep(JournalEntry entry) => Append(entry with { Swept = RunId, Ended = _clock.Now });

    private void Write(JournalEntry entry)
    {
        lock (_lock)
        {
            _entries.RemoveAll(one => one.Deed == entry.Deed);
            _entries.Add(entry);
        }

        Append(entry);
    }

    private void Append(JournalEntry entry)
    {
        lock (_lock)
        {
            using var stream = _folder.Open(FileName, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(entry, Json));
            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }
    }

    private static IEnumerable<JournalEntry> Read(string file)
    {
        if (!System.IO.File.Exists(file))
            yield break;
        var last = new Dictionary<string, JournalEntry>();
        foreach (var line in System.IO.File.ReadAllLines(file))
        {
            // A killed writer may leave half a line at the end: what it planned is on the line before.
            if (TryRead(line) is { } entry)
                last[entry.Deed] = entry;
        }

        foreach (var entry in last.Values)
            yield return entry;
    }

    private static JournalEntry? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
