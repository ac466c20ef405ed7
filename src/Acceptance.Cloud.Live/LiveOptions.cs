using Acceptance.Cloud.Live.Shell;

namespace Acceptance.Cloud.Live;

/// <summary>What a run may settle for its drivers.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// The run's id: in the User-Agent of every request, and in the name of the folder of its kubeconfigs.
    /// </summary>
    public string Run { get; init; } = Guid.NewGuid().ToString("N")[..12];

    public Deadlines Deadlines { get; init; } = new();

    /// <summary>How long an image may take to upload (wall time).</summary>
    public TimeSpan Upload { get; init; } = TimeSpan.FromMinutes(30);
}
