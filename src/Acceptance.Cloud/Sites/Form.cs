namespace Acceptance.Cloud.Sites;

/// <summary>What a text of a site file must look like.</summary>
public enum Form
{
    /// <summary>
    /// A file or folder here: ~ is the home of whoever runs the suite, a relative one starts at the site file's
    /// folder.
    /// </summary>
    Path,

    /// <summary>A folder here, as <see cref="Path"/> names one; it is made where it is missing.</summary>
    Folder,

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

    /// <summary>The tag of an item of the acceptance bar, D-011.1 to D-011.8, or a name of a known issue.</summary>
    Gate,

    /// <summary>A uuid with dashes.</summary>
    Uuid,

    /// <summary>A Kubernetes version, e.g. v1.34.8.</summary>
    KubeVersion,

    /// <summary>
    /// What OpenStack, libvirt or an operator calls a thing: it may hold blanks, and nothing that a shell or a
    /// program's options begin with.
    /// </summary>
    Name,

    /// <summary>A name without blanks: letters, digits and . _ - @ : / +.</summary>
    Word,

    /// <summary>The name of a Juju application, or * for all that are not named.</summary>
    Application,

    /// <summary>A host name, an alias of the ssh configuration, or an address.</summary>
    Host,

    /// <summary>A host, all hosts of a domain (".cloud.example"), or a network ("192.0.2.0/24").</summary>
    HostOrNetwork,

    /// <summary>A user of a host, with or without a domain (user@domain).</summary>
    User,

    /// <summary>IP addresses, separated by commas.</summary>
    Addresses,

    /// <summary>A version of a program or package.</summary>
    Version,

    /// <summary>A container image: registry/name:tag or @digest.</summary>
    ImageReference,

    /// <summary>A connection URI of libvirt that runs no program of its own.</summary>
    LibvirtUri,

    /// <summary>The path of a URL.</summary>
    UrlPath,

    /// <summary>What stands behind a key or after "--": as <see cref="Name"/>, and may begin with a dash.</summary>
    Value,

    /// <summary>One line for people to read.</summary>
    Prose,
}
