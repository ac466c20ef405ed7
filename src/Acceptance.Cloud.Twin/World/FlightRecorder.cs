using System.Collections.Concurrent;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// Keeps every request and every argv that reached the twin, so that tests can ask what was really done.
/// </summary>
internal sealed class FlightRecorder(VirtualClock clock)
{
    private readonly ConcurrentQueue<FlightEntry> _entries = new();

    public IReadOnlyCollection<FlightEntry> Entries => _entries;

    public void Request(string service, string method, string url, int status, string? requestBody, string client) =>
        _entries.Enqueue(
            new FlightEntry(clock.GetUtcNow(), "request", service, method, url, [], status, requestBody, client)
        );

    public void Argv(string host, string persona, IReadOnlyList<string> argv, int exit, bool asRoot = false) =>
        _entries.Enqueue(
            new FlightEntry(clock.GetUtcNow(), "argv", host, persona, "", argv, exit, null, "") { AsRoot = asRoot }
        );
}
