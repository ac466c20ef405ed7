namespace Acceptance.Cloud.Sites;

/// <summary>A reverse proxy of the jumphost, by which people reach what is reached from nowhere else.</summary>
public sealed record SiteProxy
{
    /// <summary>Where a browser asks it: the address that it listens on.</summary>
    [Lifetime(Lifetime.PerSite)]
    public required Uri Url { get; init; }

    /// <summary>The file on the jumphost that its server stands in, as nginx reads it.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.RemotePath)]
    public required string File { get; init; }
}
