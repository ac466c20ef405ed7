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
}
