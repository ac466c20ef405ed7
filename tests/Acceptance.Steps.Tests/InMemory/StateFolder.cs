namespace Acceptance.Steps.Tests.InMemory;

/// <summary>A run's state, for the length of a test.</summary>
internal sealed class StateFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("acceptance-state-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "journal.ndjson");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
