namespace Acceptance.Cloud.Sites;

/// <summary>The kube image: its name (the version stands in it), its properties, and where it is staged from.</summary>
public sealed record SiteImage
{
    public const int UsualLargestGib = 16;

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Name { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.KubeVersion)]
    public required string KubeVersion { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string OsDistro { get; init; } = "ubuntu";

    [Lifetime(Lifetime.Fixed)]
    public required Uri Url { get; init; }

    /// <summary>128 hexadecimal digits, from the publisher's manifest.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Sha512)]
    public required string Sha512 { get; init; }

    /// <summary>What it may weigh at most, GiB: a download that is longer is given up.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Between(1, 4096)]
    public int LargestGib { get; init; } = UsualLargestGib;

    /// <summary>
    /// Connect here instead of the URL's host ("address:port"), as curl's connect-to: a mirror, a proxy-less
    /// jumphost.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.HostPort)]
    public string? ConnectTo { get; init; }

    /// <summary>A CA for the image source, where it is not a public one.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? Ca { get; init; }
}
