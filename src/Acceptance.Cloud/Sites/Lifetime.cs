namespace Acceptance.Cloud.Sites;

/// <summary>How long a literal of a site file is true.</summary>
public enum Lifetime
{
    /// <summary>The same on every cloud of this design (a driver version, a flavor's size).</summary>
    Fixed,

    /// <summary>Chosen once for a site (a VIP, a model's name).</summary>
    PerSite,

    /// <summary>
    /// Minted anew at each rebuild: the site holds a name, resolved live; an id is refused (DESIGN 7).
    /// </summary>
    PerRebuild,
}
