namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// One misbehaviour of the wire: which role ("*" for all), which path prefix ("" for all), how, and how often (0:
/// always). <see cref="Fired"/> counts; a rule that never fired fails the scenario that asked for it.
/// </summary>
internal sealed record EndpointRule(string Role, string PathPrefix, Misbehaviour How)
{
    public int Status { get; init; } = 503;

    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    public int Times { get; init; }

    public int Fired { get; set; }

    /// <summary>It strikes before there is a request.</summary>
    public bool InHandshake =>
        How is Misbehaviour.HandshakeHang or Misbehaviour.HandshakeCut or Misbehaviour.HandshakeReset;

    internal bool Meets(string role, string path) =>
        (Role == "*" || Role == role)
        && path.StartsWith(PathPrefix, StringComparison.Ordinal)
        && (Times == 0 || Fired < Times);
}
