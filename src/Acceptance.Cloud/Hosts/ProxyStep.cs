namespace Acceptance.Cloud.Hosts;

/// <summary>One answer on the way that a browser goes: what was asked, the code, and where it is sent next.</summary>
public sealed record ProxyStep(Uri Asked, int Code, string? Location)
{
    /// <summary>Where it sends a browser; null where it does not, or nobody can tell.</summary>
    public Uri? Next =>
        Location is not null && Uri.TryCreate(Asked, Location, out var next) && next.Scheme.StartsWith("http")
            ? next
            : null;

    /// <summary>It sends a browser to the same address, by the same scheme.</summary>
    public bool StaysHere => Next is { } next && next.GetLeftPart(UriPartial.Authority) == Here;

    /// <summary>It sends a browser to the same host and port, which it is to ask by another scheme there.</summary>
    public bool ChangesScheme =>
        Next is { } next && next.Scheme != Asked.Scheme && next.Host == Asked.Host && next.Port == Asked.Port;

    private string Here => Asked.GetLeftPart(UriPartial.Authority);
}
