namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>Who asks an API server: a name and its groups, as a client certificate or a token says them.</summary>
internal sealed record KubeUser(string Name, IReadOnlyList<string> Groups)
{
    public static readonly KubeUser Anonymous = new("system:anonymous", ["system:unauthenticated"]);

    /// <summary>May do everything.</summary>
    public bool Master => Groups.Contains("system:masters");
}
