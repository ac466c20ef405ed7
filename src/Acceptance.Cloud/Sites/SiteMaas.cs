namespace Acceptance.Cloud.Sites;

/// <summary>MAAS: the CLI profile by name, and the hosts it must know.</summary>
public sealed record SiteMaas
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public required string Profile { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Host)]
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
