using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// The openstack model on its controller: machines with their containers, applications, units, who is logged in.
/// </summary>
internal sealed class JujuModel
{
    private readonly Ground _ground;
    private readonly List<JujuMachine> _machines = [];
    private readonly List<JujuApplication> _applications = [];
    private readonly Dictionary<string, Action> _assessments = new(StringComparer.Ordinal);
    private int _containers;
    private int _placed;

    public JujuModel(Ground ground, IReadOnlyList<HostMachine> hosts)
    {
        _ground = ground;
        Uuid = ground.NewId();
        foreach (var host in hosts)
            AddHost(host);
        foreach (var charm in PlannedCharms.Of(ground.Plan).OrderBy(charm => charm.SubordinateTo.Count))
            Deploy(charm);
        Configure();
    }

    public string Name => _ground.Plan.Model;

    public string Owner => _ground.Plan.ModelOwner;

    /// <summary>As its user sees it in lists: another's with its owner.</summary>
    public string ShownAs => Owner == User ? Name : $"{Owner}/{Name}";

    /// <summary>Whether its user means this model by a name, with the owner or without, or by its uuid.</summary>
    public bool IsNamed(string model) =>
        model == Uuid
        || (model.Contains('/', StringComparison.Ordinal) ? model : $"{User}/{model}") == $"{Owner}/{Name}";

    public string Uuid { get; }

    public string Controller => _ground.Plan.Controller;

    public string ControllerUuid => _ground.Plan.ControllerUuid;

    public string Version { get; init; } = "3.6.23";

    public string Cloud { get; init; } = "maas-cloud";

    public string User { get; init; } = "admin";

    /// <summary>The space that the bundle's deploy counts on.</summary>
    public const string PlannedSpace = "metal-admin";

    /// <summary>Where goes what is not bound elsewhere: the effective default-space.</summary>
    public string DefaultSpace { get; set; } = PlannedSpace;

    /// <summary>What `juju switch` chose, as controller:owner/model.</summary>
    public string? Current { get; set; }

    /// <summary>What the cloud said when it refused the model's credential, and since when; null while it is valid.
    /// </summary>
    public (string Reason, DateTimeOffset Since)? CredentialRefused { get; set; }

    /// <summary>Somebody destroys it: the machines are on their way out.</summary>
    public bool Dying { get; private set; }

    /// <summary>It was destroyed: the controller knows no such model any more.</summary>
    public bool Gone { get; private set; }

    /// <summary>How long a model of this size takes to go.</summary>
    public static TimeSpan Destruction { get; } = TimeSpan.FromMinutes(6);

    /// <summary>Juju gives a machine back to the provider that it came from.</summary>
    public event Action<HostMachine>? Released;

    /// <summary>
    /// destroy-model: the pod's machines are decomposed one after the other, and shut off (D-061);
    /// there is no way back (D-017).
    /// </summary>
    public void Destroy()
    {
        if (Dying)
            return;
        Dying = true;
        foreach (var (host, i) in _machines.Select((machine, i) => (machine.Host, i)))
            _ground.Clock.In(Destruction * (i + 1) / (_machines.Count + 1), () => Released?.Invoke(host));
        _ground.Clock.In(Destruction, () => (Gone, Current) = (true, null));
    }

    /// <summary>
    /// remove-machine: juju forgets the machine, its containers and every unit there. The pod decomposes it;
    /// with --keep-instance MAAS keeps it as it is and it runs on (D-061, path A).
    /// </summary>
    public void Remove(JujuMachine machine, bool keepInstance)
    {
        _machines.Remove(machine);
        foreach (var application in _applications)
            application.Forget(machine);
        if (!keepInstance)
            Released?.Invoke(machine.Host);
        UpdateStatus();
    }

    /// <summary>The macaroon on the jumphost: good, or stale (juju-macaroon).</summary>
    public bool MacaroonStale { get; set; }

    /// <summary>The controller does not answer: every juju call hangs.</summary>
    public bool ControllerHangs { get; set; }

    /// <summary>A line on stdout before what a machine should read (juju-noise); null: none.</summary>
    public string? Noise { get; set; }

    /// <summary>The controller answers with a status of nothing (empty-status).</summary>
    public bool StatusIsEmpty { get; set; }

    public JujuOperations Operations { get; } = new();

    /// <summary>The hosts' machines, containers inside them.</summary>
    public IReadOnlyList<JujuMachine> Machines => _machines;

    public IEnumerable<JujuMachine> AllMachines => _machines.SelectMany(machine => machine.Containers.Prepend(machine));

    public IReadOnlyList<JujuApplication> Applications => _applications;

    public IEnumerable<JujuUnit> Units => _applications.SelectMany(application => application.Units);

    /// <summary>By its name, else by its charm: an operator may call it otherwise.</summary>
    public JujuApplication Application(string name) =>
        FindApplication(name)
        ?? _applications.Find(application => application.Charm.CharmName == name)
        ?? throw new InvalidOperationException($"The twin's model has no application '{name}'.");

    public JujuApplication? FindApplication(string name) => _applications.Find(application => application.Name == name);

    public JujuUnit? FindUnit(string name) => Units.FirstOrDefault(unit => unit.Name == name);

    public JujuMachine? FindMachine(string id) => AllMachines.FirstOrDefault(machine => machine.Id == id);

    /// <summary>The expected-state table of this world, one row an application.</summary>
    public IReadOnlyList<ExpectedUnits> ExpectedStates() =>
        [
            .. _applications.Select(application => new ExpectedUnits(
                application.Name,
                [application.Charm.Workload],
                ["idle"],
                application.Charm.Messages,
                application.IsSubordinate ? null : application.Units.Count,
                application.Charm.Workload == "unknown"
                    ? "this charm never sets a status: unknown with an empty message is normal"
                    : null,
                application.Bundled.Channel,
                application.Bundled.Revision
            )),
        ];

    /// <summary>Whether a compute unit is on the host, whatever its application is called.</summary>
    public bool Computes(HostMachine host) =>
        _applications
            .Where(IsCompute)
            .SelectMany(application => application.Units)
            .Any(unit => unit.Machine.Host == host);

    /// <summary>How an application's units judge themselves when update-status runs.</summary>
    public void Assess(string application, Action assessment) => _assessments[application] = assessment;

    /// <summary>Runs update-status on every unit, or on one application's.</summary>
    public void UpdateStatus(string? application = null)
    {
        foreach (var (name, assessment) in _assessments)
        {
            if (application is null || Application(application) == Application(name))
                assessment();
        }
    }

    /// <summary>Each unit has its own share of the five minutes; whose it is now.</summary>
    private long Turn
    {
        get
        {
            var share = _ground.Plan.Physics.UpdateStatus / _placed;
            return (long)((_ground.Now - _ground.Plan.DeployedAt) / share) % _placed;
        }
    }

    private static bool IsCompute(JujuApplication application) => application.Charm.CharmName == "nova-compute";

    /// <summary>The options that runbooks and checks ask for.</summary>
    private void Configure()
    {
        foreach (var compute in _applications.Where(IsCompute).Select(application => application.Config))
        {
            compute["reserved-host-memory"] = $"{_ground.Plan.ReservedHostMemoryMb}";
            compute["resume-guests-state-on-host-boot"] = "true";
            compute["openstack-origin"] = "distro";
        }

        Application("octavia").Config["amp-image-tag"] = "octavia-amphora";
        Application("octavia-diskimage-retrofit").Config["amp-image-tag"] = "octavia-amphora";
        Application("ovn-chassis").Config["enable-auto-restarts"] = "true";
        foreach (var (api, service) in PlannedCharms.VipNames(_ground.Plan))
        {
            var last = _ground.Plan.Vips[service].Split('.')[1];
            Application(api).Config["vip"] = string.Join(
                ' ',
                new[] { "4", "8", "12" }.Select(plane => _ground.Plan.Address($"{plane}.{last}"))
            );
        }
    }

    private void AddHost(HostMachine host)
    {
        var addresses = HostAddresses.Planes.Keys.ToDictionary(
            space => space,
            space => HostAddresses.OfHost(_ground.Plan, space, host.Index)
        );
        _machines.Add(
            new JujuMachine($"{host.Index}", host.Name, host.Name, host, null, host.Files, _ground.Plan.DeployedAt)
            {
                Addresses = addresses,
            }
        );
    }

    private JujuMachine AddContainer(int hostIndex)
    {
        var host = _machines[hostIndex % _machines.Count];
        var number = host.Containers.Count;
        var hostname = $"juju-{Uuid[^6..]}-{host.Id}-lxd-{number}";
        var addresses = new[] { "provider-public", "metal-admin", "metal-internal" }.ToDictionary(
            space => space,
            space => HostAddresses.OfContainer(_ground.Plan, space, _containers)
        );
        _containers++;
        var container = new JujuMachine(
            $"{host.Id}/lxd/{number}",
            hostname,
            hostname,
            host.Host,
            host,
            new HostFiles(),
            _ground.Plan.DeployedAt
        )
        {
            Addresses = addresses,
        };
        host.Carry(container);
        return container;
    }

    private void Deploy(CharmSpec charm)
    {
        var application = new JujuApplication(charm, _ground.Plan.LostAgentWorkload == "as-read");
        _applications.Add(application);
        if (charm.OnEveryHost)
            foreach (var machine in _machines)
                Place(application, machine, null);
        foreach (var host in charm.Hosts)
            Place(application, _machines[host], null);
        foreach (var host in charm.Containers)
            Place(application, AddContainer(host), null);
        foreach (var principal in charm.SubordinateTo.SelectMany(name => Application(name).Units))
            principal.Carry(Place(application, principal.Machine, principal));
        _applications.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        if (application.Units.Count > 0)
            application.Units[0].IsLeader = true;
    }

    private JujuUnit Place(JujuApplication application, JujuMachine machine, JujuUnit? principal)
    {
        var turn = _placed++;
        var unit = new JujuUnit(application, application.Units.Count, machine, principal, _ground.Plan.DeployedAt)
        {
            UpdatesStatus = () => _ground.Plan.HooksInTurn && turn == Turn,
        };
        application.Add(unit);
        machine.Units.Add(unit);
        return unit;
    }
}
