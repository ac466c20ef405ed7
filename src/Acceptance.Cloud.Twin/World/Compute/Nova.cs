using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>Nova: flavors, hypervisors and servers. A host is found through Placement; what it refuses ends in ERROR.</summary>
public sealed partial class Nova(TwinWorld world)
{
    private readonly List<NovaServer> _servers = [];
    private readonly List<NovaFlavor> _flavors = [];
    private readonly List<NovaKeypair> _keypairs = [];
    private readonly List<ComputeNode> _hypervisors = [];
    private int _instances;

    public IReadOnlyList<NovaServer> Servers => _servers;

    public IReadOnlyList<NovaFlavor> Flavors => _flavors;

    public IReadOnlyList<NovaKeypair> Keypairs => _keypairs;

    public IReadOnlyList<ComputeNode> Hypervisors => _hypervisors;

    private readonly Dictionary<string, ComputeQuota> _quotas = new(StringComparer.Ordinal);

    /// <summary>A project's own quota, or the one that all begin with.</summary>
    public ComputeQuota QuotaOf(string projectId) => _quotas.GetValueOrDefault(projectId) ?? StandardQuota;

    public ComputeQuota StandardQuota => new(MostInstances, world.Plan.CoresQuota, world.Plan.MemoryQuotaMb);

    public void SetQuota(string projectId, ComputeQuota quota) => _quotas[projectId] = quota;

    private const int MostInstances = 40;

    /// <summary>Refuses what the project's quota has no room for, in Nova's words: cores before instances before ram.</summary>
    public void DemandQuota(string projectId, NovaFlavor flavor)
    {
        var own = _servers.FindAll(server => server.ProjectId == projectId);
        var quota = QuotaOf(projectId);
        var over = new List<(string Name, int Asked, int Used, int Limit)>
        {
            ("cores", flavor.Vcpus, own.Sum(server => server.Flavor.Vcpus), quota.Cores),
            ("instances", 1, own.Count, quota.Instances),
            ("ram", flavor.MemoryMb, own.Sum(server => server.Flavor.MemoryMb), quota.MemoryMb),
        }.FindAll(one => one.Limit >= 0 && one.Used + one.Asked > one.Limit);
        if (over.Count == 0)
            return;
        string All(Func<(string Name, int Asked, int Used, int Limit), object> part) =>
            string.Join(", ", over.Select(part));
        throw new RefusedException(
            Refusal.OverQuota,
            $"Quota exceeded for {All(one => one.Name)}: Requested {All(one => one.Asked)}, but already used {All(one => one.Used)} of {All(one => one.Limit)} {All(one => one.Name)}"
        );
    }

    /// <summary>A server changed its state, or whether it runs (its host went or came back). Deleted ones are told last.</summary>
    public event Action<NovaServer>? ServerChanged;

    public NovaServer? Find(string nameOrId) =>
        _servers.Find(server => server.Id == nameOrId) ?? _servers.Find(server => server.Name == nameOrId);

    public NovaFlavor? Flavor(string nameOrId) =>
        _flavors.Find(flavor => flavor.Id == nameOrId) ?? _flavors.Find(flavor => flavor.Name == nameOrId);

    public ComputeNode? ComputeNode(string nameOrId) =>
        _hypervisors.Find(one => one.Name == nameOrId || one.Id == nameOrId);

    public IEnumerable<NeutronPort> PortsOf(NovaServer server) => world.Network.PortsOf(server.Id);

    /// <summary>The first fixed address.</summary>
    public string? AddressOf(NovaServer server) =>
        PortsOf(server).Select(port => port.Address).FirstOrDefault(address => address is not null);

    /// <summary>The guest really runs: ACTIVE by Nova's word, and its host has power.</summary>
    public bool Runs(NovaServer server) =>
        server.Status is ServerStatus.Active
        && server.Host is { } host
        && ComputeNode(host) is { } on
        && on.Host.PoweredOn();

    public NovaFlavor CreateFlavor(
        string name,
        int memoryMb,
        int vcpus,
        int diskGb,
        string? id = null,
        bool isPublic = true
    )
    {
        if (_flavors.Exists(flavor => flavor.Name == name))
            throw new RefusedException(Refusal.Conflict, $"Flavor with name {name} already exists.");
        var made = new NovaFlavor(id ?? world.NewId(), name, memoryMb, vcpus, diskGb) { IsPublic = isPublic };
        _flavors.Add(made);
        return made;
    }

    public void DeleteFlavor(NovaFlavor flavor) => _flavors.Remove(flavor);

    public NovaKeypair CreateKeypair(string userId, string name, string publicKey)
    {
        if (Keypair(userId, name) is not null)
            throw new RefusedException(Refusal.Conflict, $"Key pair '{name}' already exists.");
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(publicKey))[..16];
        var print = string.Join(':', digest.Select(part => part.ToString("x2")));
        var made = new NovaKeypair(_keypairs.Count + 1, name, userId, publicKey, print, world.Now);
        _keypairs.Add(made);
        return made;
    }

    public NovaKeypair? Keypair(string userId, string name) =>
        _keypairs.Find(pair => pair.UserId == userId && pair.Name == name);

    public void DeleteKeypair(NovaKeypair pair) => _keypairs.Remove(pair);

    public void DisableService(ComputeNode hypervisor, string? reason) =>
        (hypervisor.Disabled, hypervisor.DisabledReason) = (true, reason);

    public void EnableService(ComputeNode hypervisor) =>
        (hypervisor.Disabled, hypervisor.DisabledReason) = (false, null);

    /// <summary>
    /// A host lost its power or has it back: what ran there stops being heard, and by the charm's resume-guests setting runs again
    /// with it (D-043). Nova goes on calling the servers ACTIVE.
    /// </summary>
    public void HostPowerChanged(string host)
    {
        if (ComputeNode(host) is not { } hypervisor)
            return;
        if (!hypervisor.Host.PoweredOn())
            hypervisor.LastSeen = world.Now;
        foreach (var server in _servers.Where(server => server.Host == host).ToArray())
        {
            if (server.Status == ServerStatus.Active)
                server.BootedAt = hypervisor.Host.PoweredOn() ? world.Now : null;
            ServerChanged?.Invoke(server);
        }
    }

    /// <summary>nova-compute dies on a host that runs on: the guests live, nothing new comes there, and Nova calls the hypervisor down.</summary>
    public void KillCompute(ComputeNode node) =>
        (node.ComputeDead, node.LastSeen) = (true, world.Now - world.Plan.Physics.HeartbeatTimeout);

    public void ReviveCompute(ComputeNode node) => node.ComputeDead = false;

    internal void AddHost(HostFacts host) =>
        _hypervisors.Add(new ComputeNode(_hypervisors.Count + 1, world.NewId(), world.NewId(), host));

    private NovaServer Change(NovaServer server, ServerStatus status, string? task)
    {
        (server.Status, server.TaskState, server.UpdatedAt) = (status, task, world.Now);
        ServerChanged?.Invoke(server);
        return server;
    }
}
