namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The simulated cloud: state and rules, no wire formats. Everything is read and changed while <see cref="Gate"/> is held.
/// Each part of the cloud adds its own model in its own folder (a partial of this class names it).
/// </summary>
public sealed partial class TwinWorld
{
    public TwinWorld(WorldPlan plan, IListeners listeners)
    {
        Plan = plan;
        Listeners = listeners;
        Clock = new VirtualClock(plan.Start);
        Random = new Random(plan.Seed);
        Pki = new Pki(plan.Start);
        Recorder = new FlightRecorder(Clock);
        Faults = new Faults.FaultRegistry(this);
        lock (Gate)
        {
            BuildHosts();
            BuildOpenStack();
            BuildInfrastructure();
            BuildKubernetes();
            BuildPersonas();
        }
    }

    public WorldPlan Plan { get; }

    public VirtualClock Clock { get; }

    public object Gate => Clock.Gate;

    /// <summary>Every draw of this world: the same seed gives the same ids and the same victims.</summary>
    public Random Random { get; }

    public Pki Pki { get; }

    public FlightRecorder Recorder { get; }

    public Faults.FaultRegistry Faults { get; }

    /// <summary>Opens and closes the addresses on which the world answers; the wire implements it.</summary>
    public IListeners Listeners { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A uuid with dashes, from the world's seed.</summary>
    public string NewId()
    {
        var bytes = new byte[16];
        lock (Gate)
            Random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    /// <summary>32 hexadecimal digits without dashes, as Keystone makes its ids.</summary>
    public string NewHexId() => NewId().Replace("-", "", StringComparison.Ordinal);

    /// <summary>Lower-case letters and digits, as Kubernetes appends to names.</summary>
    public string NewSuffix(int length)
    {
        const string letters = "bcdfghjklmnpqrstvwxz2456789";
        lock (Gate)
            return string.Concat(Enumerable.Range(0, length).Select(_ => letters[Random.Next(letters.Length)]));
    }

    /// <summary>Something came into being: faults that wait for their victim look again.</summary>
    public void SomethingAppeared() => Faults.StrikeWaiting();

    partial void BuildHosts();

    partial void BuildOpenStack();

    partial void BuildInfrastructure();

    partial void BuildKubernetes();

    partial void BuildPersonas();
}
