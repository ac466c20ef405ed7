using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// How long transport may take, in wall time: what waits for the cloud's own work goes by the cloud's clock instead.
/// </summary>
public sealed record Deadlines
{
    /// <summary>TCP connect and TLS handshake.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// From the request to the end of its answer, of a list to the end of its last page; of a download, the longest
    /// silence.
    /// </summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A download from its request to its last byte.</summary>
    public TimeSpan Download { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A program that only reads: juju status, maas, virsh.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A command line on another host, or on many units at once.</summary>
    public TimeSpan Remote { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The first pause before a safe repeat; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest Retry-After that is waited for; a service that asks for more is rate limited.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of the pauses.</summary>
    public TimeProvider Wall { get; init; } = Deadline.Wall;

    /// <summary>The clock that the deadlines themselves go by.</summary>
    public TimeProvider Watch { get; init; } = Deadline.Wall;

    /// <summary>With those that the site sets.</summary>
    public Deadlines With(SiteDeadlines site) =>
        this with
        {
            Connect = site.Connect ?? Connect,
            Answer = site.Answer ?? Answer,
            Command = site.Command ?? Command,
            Remote = site.Remote ?? Remote,
        };
}
