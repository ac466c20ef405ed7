namespace Acceptance.Cloud.Sites;

/// <summary>The compute units' promise (D-040).</summary>
public sealed record SiteCompute
{
    /// <summary>nova.conf's reserved_host_memory_mb on every compute unit, MiB.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Between(0)]
    public required int ReservedHostMemoryMb { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.RemotePath)]
    public string NovaConf { get; init; } = "/etc/nova/nova.conf";

    /// <summary>
    /// Names of guests (regular expressions) that must run, beside those that the platform stands on: whoever else is
    /// shut off was shut off by its owner.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Pattern)]
    public IReadOnlyList<string> Guests { get; init; } = [];
}
