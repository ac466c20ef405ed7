using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>The CDN from which the kube images come.</summary>
internal sealed class ImageCdn(Ground ground)
{
    private byte[]? _image;

    /// <summary>Its address and (wanted) port: the host of <see cref="WorldPlan.ImageUrl"/> is reached here.</summary>
    public string Address => ground.Plan.Address("0.3");

    public int Port => ground.Listeners.Actual(443);

    /// <summary>The qcow2 behind <see cref="WorldPlan.ImageUrl"/>.</summary>
    public byte[] Image => _image ??= DiskImage.Qcow2(ground.Plan.ImageUrl, 10L << 30);

    /// <summary>Its sha512, as the publisher's manifest has it.</summary>
    public string Sha512 => Convert.ToHexStringLower(SHA512.HashData(Image));

    /// <summary>
    /// Where the object lies, if the publisher's address only leads there; null: it lies at that address.
    /// </summary>
    public Uri? Elsewhere =>
        ground.Plan.CdnRedirects && new Uri(ground.Plan.ImageUrl) is var published
            ? new UriBuilder(published)
            {
                Host = $"objects.{published.Host}",
                Path = $"/azimuth-images{published.AbsolutePath}",
            }.Uri
            : null;

    /// <summary>The CDN cuts the body short.</summary>
    public bool Truncates { get; set; }

    /// <summary>The CDN takes Python's urllib too: how it was before it refused that client (FINDING-3).</summary>
    public bool ServesUrllib { get; set; }

    /// <summary>What the CDN answers a client: it takes all but Python's urllib.</summary>
    public bool Refuses(string userAgent) =>
        !ServesUrllib && userAgent.StartsWith("Python-urllib", StringComparison.Ordinal);
}
