using System.Collections.Concurrent;
using Acceptance.Decisions.Runs;

namespace Acceptance.Runs.Scenarios;

/// <summary>The verdicts of the run, scenario by scenario; the exit gate and the reports read it.</summary>
public sealed class VerdictBook
{
    private readonly ConcurrentQueue<ScenarioRecord> _records = new();

    public IReadOnlyList<ScenarioRecord> Records => [.. _records];

    public void Enter(ScenarioRecord record) => _records.Enqueue(record);
}
