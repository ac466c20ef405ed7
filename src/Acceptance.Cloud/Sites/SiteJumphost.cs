namespace Acceptance.Cloud.Sites;

/// <summary>The host from which the cloud is asked: this one (no Address), or one reached over ssh.</summary>
public sealed record SiteJumphost
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Host)]
    public string? Address { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.User)]
    public string? User { get; init; }

    /// <summary>Folders put before PATH for every program that is started (juju, maas, virsh, ssh).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.JumphostPath)]
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>
    /// The HOME given to started programs and the folder where images are staged; default: the user's own.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.JumphostPath)]
    public string? Home { get; init; }
}
