namespace Acceptance.Cloud.Sites;

/// <summary>A flavor by name and its size: RAM in MiB, vCPUs.</summary>
public sealed record SiteFlavor(
    [property: Lifetime(Lifetime.PerRebuild), Form(Form.Name)] string Name,
    [property: Lifetime(Lifetime.Fixed), Between(1)] int RamMb,
    [property: Lifetime(Lifetime.Fixed), Between(1)] int Vcpus
);
