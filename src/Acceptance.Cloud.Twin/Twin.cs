using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin;

/// <summary>A running twin: the world, its wire, the operator's home on its jumphost, and its control address.</summary>
public sealed partial class Twin : IAsyncDisposable
{
    private readonly WireHost _wire;
    private readonly CancellationTokenSource _stopping = new();

    private Twin(TwinOptions options, int block)
    {
        _wire = new WireHost { Latency = options.Latency };
        Block = block;
        Home = Path.Combine(TwinHomes.Under(options.HomesUnder), $"127.{block}");
        var plan = options.Plan(
            new WorldPlan
            {
                Start = WallClock.Now(),
                Block = block,
                Seed = options.Seed,
                World = options.World,
            }
        );
        // First of all, so that who loses the race for a block has opened nothing else of it.
        _wire.Open(plan.Address(ControlAddress), ControlPort, "control");
        World = new TwinWorld(plan, _wire);
        ServeAll();
        _wire.Start(World);
        Control = new Uri($"http://{plan.Address(ControlAddress)}:{ControlPort}/");
        // Only who holds the block's control address may clear its home.
        TwinHomes.Remove(Home);
        Directory.CreateDirectory(Home);
        FurnishHome();
        WriteSite();
        if (options.RunsOn > 0)
            _ = RunOn(options.RunsOn, options.RunsOnForWaiters, _stopping.Token);
    }

    public int Block { get; }

    public TwinWorld World { get; }

    /// <summary>Misbehaviour of the wire, rule by rule.</summary>
    public IReadOnlyList<WireRule> Rules => _wire.Rules;

    /// <summary>Puts a misbehaviour of the wire in force.</summary>
    public void Misbehave(WireRule rule) => _wire.Add(rule);

    /// <summary>Ends a misbehaviour.</summary>
    public void Behave(WireRule rule) => _wire.Remove(rule);

    /// <summary>The operator's home on the jumphost: openrc, kubeconfigs, keys, the personas' bin folder, site.json.</summary>
    public string Home { get; }

    /// <summary>Clock, faults, flight recorder, state.</summary>
    public Uri Control { get; }

    /// <summary>Starts a twin on the first free block. A block is claimed by binding its control address.</summary>
    public static Twin Start(TwinOptions? options = null)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException(
                "The twin needs Linux: it answers on many addresses of 127.0.0.0/8, which other systems do not open by themselves. Name a real site in ACCEPTANCE_SITE, or run it on Linux."
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
            "No address block 127.12.0.0/16 to 127.249.0.0/16 is free: end a twin (acceptance twin serve) and try again."
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // While the block is still ours: a twin that takes it the moment it is free furnishes a home at this very path.
        TwinHomes.Remove(Home);
        await _wire.DisposeAsync();
    }

    /// <summary>With faults from the start; a twin that does not know one of them leaves nothing behind.</summary>
    private Twin Broken(IReadOnlyList<string> faults)
    {
        try
        {
            foreach (var fault in faults)
                World.Faults.Inject(fault);
            return this;
        }
        catch (Faults.UnknownFaultException)
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    internal const string ControlAddress = "0.2";
    internal const int ControlPort = 7077;

    private async Task RunOn(double factor, bool forWaiters, CancellationToken stop)
    {
        var beat = TimeSpan.FromMilliseconds(50);
        while (!stop.IsCancellationRequested)
        {
            await WallClock.Pass(beat, stop);
            var waits = _wire.Callers.Wait();
            if (World.Clock.Joined == 0)
                World.Clock.Advance(beat * (forWaiters && !waits ? 1 : factor));
        }
    }

    /// <summary>Registers every wire service; each part of the cloud adds its own.</summary>
    private void ServeAll()
    {
        _wire.Serve(new ControlService(World, _wire));
        ServeOpenStack(_wire);
        ServeInfrastructure(_wire);
        ServeKubernetes(_wire);
        ServePersonas(_wire);
    }

    partial void ServeOpenStack(WireHost wire);

    partial void ServeInfrastructure(WireHost wire);

    partial void ServeKubernetes(WireHost wire);

    partial void ServePersonas(WireHost wire);

    /// <summary>Writes the operator's files into <see cref="Home"/>.</summary>
    partial void FurnishHome();

    /// <summary>Writes the twin's own site file, last: it names what the others wrote.</summary>
    partial void WriteSite();
}
