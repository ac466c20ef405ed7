namespace Acceptance.Cloud.Sites;

/// <summary>What a text of a site file must look like.</summary>
public enum Form
{
    /// <summary>
    /// A file or folder here: ~ is the home of whoever runs the suite, a relative one starts at the site file's
    /// folder.
    /// </summary>
    Path,

    /// <summary>
    /// A path on the jumphost: as <see cref="Path"/>, but absolute where the jumphost is another host.
    /// </summary>
    JumphostPath,

    /// <summary>An absolute path on a unit or a host of the cloud.</summary>
    RemotePath,

    /// <summary>A .NET regular expression that need not backtrack: no look-around, no back-reference.</summary>
    Pattern,

    /// <summary>128 hexadecimal digits.</summary>
    Sha512,

    /// <summary>"host:port".</summary>
    HostPort,

    /// <summary>The tag of an item of the acceptance bar: D-011.1 to D-011.8.</summary>
    Gate,

    /// <summary>A uuid with dashes.</summary>
    Uuid,

    /// <summary>A Kubernetes version, e.g. v1.34.8.</summary>
    KubeVersion,
}
