using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>A place where commands run: the jumphost, a machine or container of the model, or a tenant VM.</summary>
internal sealed class ShellHost(string id, string name, HostKind kind, HostFiles files, string root)
{
    /// <summary>"jumphost", "0", "0/lxd/1", "guest/NAME".</summary>
    public string Id { get; } = id;

    public string Name { get; } = name;

    public HostKind Kind { get; } = kind;

    public HostFiles Files { get; } = files;

    /// <summary>The folder that stands for its /.</summary>
    public string Root { get; } = root;

    /// <summary>The Juju machine it is; null for the jumphost and for tenant VMs.</summary>
    public JujuMachine? Machine { get; init; }
}
