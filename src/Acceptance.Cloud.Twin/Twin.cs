using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Untidy;

namespace Acceptance.Cloud.Twin;

/// <summary>
/// A running twin: the world, its wire, the operator's home on its jumphost, and its control address.
/// </summary>
public sealed class Twin : IAsyncDisposable
{
    private readonly WireHost _wire;
    private readonly CancellationTokenSource _stopping = new();

    private Twin(TwinOptions options, int block)
    {
        Block = block;
        Home = Path.Combine(TwinHomes.Under(options.HomesUnder), $"127.{block}");
        var plan = options.PlanOf(block, Home);
        _wire = new WireHost { Latency = options.Latency };
        // First of all, so that who loses the race for a block has opened nothing else of it.
        _wire.Open(plan.Address(TwinAddresses.Own), TwinAddresses.ControlPort, "control");
        World = new TwinWorld(plan, _wire);
        Faults = new FaultRegistry(World, FaultCatalogue.Of(World));
        var control = new ControlDoor(plan.Address(TwinAddresses.Own), TwinAddresses.ControlPort);
        Control = control.At;
        var personas = PersonaRoster.Enlisted();
        var door = new PersonaDoor(Home, plan.Address(TwinAddresses.Own), TwinAddresses.PersonaPort);
        Shells = new HostShells(World, personas, Home, door);
        TwinEdges.Open(World, Faults, personas, Shells, _wire, control);
        _wire.Start(World);
        // Only who holds the block's control address may clear its home.
        TwinHomes.Remove(Home);
        TwinHomes.Create(Home);
        Furnish();
        if (options.RunsOn > 0)
            _ = new RunningClock(World.Clock, _wire.Callers).RunOn(
                options.RunsOn,
                options.RunsOnForWaiters,
                _stopping.Token
            );
    }

    public int Block { get; }

    internal TwinWorld World { get; }

    /// <summary>The untidinesses of this world, each with its sentence.</summary>
    public IReadOnlyList<(string Id, string Says)> Untidy =>
        [.. World.Plan.Untidy.Select(UntidinessCatalogue.Find).Select(one => (one.Id, one.Says))];

    /// <summary>What can be broken in this twin, and what is.</summary>
    internal FaultRegistry Faults { get; }

    /// <summary>The faults in force, each with its victim; null while it waits for one.</summary>
    public IReadOnlyDictionary<string, string?> FaultsInForce =>
        Faults.Active.ToDictionary(active => active.Fault.Id, active => active.Victim, StringComparer.Ordinal);

    /// <summary>Misbehaviour of the wire, rule by rule.</summary>
    internal IReadOnlyList<EndpointRule> Rules => _wire.Rules;

    /// <summary>
    /// The emulated operations of each OpenStack service, as "GET /v2.1/servers/{id}"; any other is answered
    /// "not emulated".
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> EmulatedOperations =>
        TwinEdges.EmulatedOperations(_wire);

    /// <summary>
    /// The operator's home on the jumphost: openrc, kubeconfigs, keys, the personas' bin folder, site.json.
    /// </summary>
    public string Home { get; }

    /// <summary>The twin's own site: what ACCEPTANCE_SITE names for a run against it.</summary>
    public string SiteFile => Path.Combine(Home, "site.json");

    /// <summary>The jumphost's personas: the folder to put first on PATH.</summary>
    public string Bin => Path.Combine(Home, "bin");

    /// <summary>
    /// The folder that stands for the jumphost's /: where a path that the runbooks write or destroy really lies.
    /// </summary>
    public string JumphostRoot => Shells.Jumphost.Root;

    /// <summary>What the runbooks leave open in angle brackets, and what stands there in this world.</summary>
    public IReadOnlyDictionary<string, string> Placeholders => TwinPlaceholders.Of(World);

    /// <summary>
    /// Where a port of the cloud's really listens: another one where this user may not bind ports below 1024.
    /// </summary>
    public int PortOnLoopback(int port) => World.Listeners.Actual(port);

    /// <summary>Shells on the hosts of the twin.</summary>
    internal HostShells Shells { get; }

    /// <summary>
    /// Clock, faults, flight recorder, state; it has the twin's word in its path: a secret of its user.
    /// </summary>
    public Uri Control { get; }

    /// <summary>Starts a twin on the first free block. A block is claimed by binding its control address.</summary>
    public static Twin Start(TwinOptions? options = null)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException(
                "The twin needs Linux: it answers on many addresses of 127.0.0.0/8, which other systems do not open by "
                    + "themselves. Name a real site in ACCEPTANCE_SITE, or run it on Linux."
            );
        options ??= new TwinOptions();
        TwinHomes.Sweep(TwinHomes.Under(options.HomesUnder));
        for (var block = options.FirstBlock; block < 250; block++)
        {
            if (!BlockClaim.IsFree(block))
                continue;
            try
            {
                return new Twin(options, block).Broken(options.Faults);
            }
            catch (IOException taken)
                when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                // Another twin was faster: the next block is as good.
            }
        }

        throw new InvalidOperationException(
            "No address block 127.12.0.0/16 to 127.249.0.0/16 is free: "
                + "end a twin (acceptance twin serve) and try again."
        );
    }

    /// <summary>Puts a misbehaviour of the wire in force.</summary>
    internal void Misbehave(EndpointRule rule) => _wire.Add(rule);

    /// <summary>Ends a misbehaviour.</summary>
    internal void Behave(EndpointRule rule) => _wire.Remove(rule);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // While the block is still ours: a twin that takes it the moment it is free furnishes a home at this very path.
        TwinHomes.Remove(Home);
        await _wire.DisposeAsync();
    }

    /// <summary>
    /// The programs first, then the operator's files, the site file last: it names what the others wrote.
    /// </summary>
    private void Furnish()
    {
        Shells.FurnishJumphost();
        lock (World.Gate)
        {
            new OperatorHome(World, Home).Furnish();
            WriteSite();
            World.Jumphost.CaptureLeft += WriteSite;
        }
    }

    private void WriteSite() => TwinSite.Write(SiteFile, TwinSite.Of(World, Home, Bin, Control));

    /// <summary>With faults from the start; a twin that does not know one of them leaves nothing behind.</summary>
    private Twin Broken(IReadOnlyList<string> faults)
    {
        try
        {
            foreach (var fault in faults)
                Faults.Inject(fault);
            return this;
        }
        catch (UnknownFaultException)
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }
}
