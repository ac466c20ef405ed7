using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// What every part of the world stands on: its plan, its clock, its draws, its authority,
/// and the addresses on which it answers.
/// Everything is read and changed while <see cref="Gate"/> is held.
/// </summary>
internal sealed class Ground(WorldPlan plan, IListeners listeners)
{
    public WorldPlan Plan { get; } = plan;

    public VirtualClock Clock { get; } = new(plan.Start);

    public object Gate => Clock.Gate;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Every draw of this world: the same seed gives the same ids and the same victims.</summary>
    public Random Random { get; } = new(plan.Seed);

    public Pki Pki { get; } = new(plan.Start);

    /// <summary>Opens and closes the addresses on which the world answers; the wire implements it.</summary>
    public IListeners Listeners { get; } = listeners;

    /// <summary>Where the floating IPs lie, and what answers at them.</summary>
    public ProviderNetwork Provider { get; } = new(listeners);

    /// <summary>Something came into being; told under the gate.</summary>
    public event Action? Appeared;

    public void SomethingAppeared() => Appeared?.Invoke();

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
}
