using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults;

/// <summary>The faults this world knows, and those that are in force.</summary>
public sealed class FaultRegistry(TwinWorld world)
{
    private readonly Dictionary<string, Fault> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActiveFault> _active = new(StringComparer.OrdinalIgnoreCase);
    private bool _striking;

    public IReadOnlyCollection<Fault> Known => _known.Values;

    public IReadOnlyCollection<ActiveFault> Active
    {
        get
        {
            lock (world.Gate)
                return [.. _active.Values];
        }
    }

    public void Learn(Fault fault) => _known.Add(fault.Id, fault);

    /// <summary>A fault is in force whose victim does not exist yet.</summary>
    public bool Waiting => _active.Values.Any(active => active.Victim is null);

    public bool Has(string id) => _active.ContainsKey(id);

    /// <summary>Breaks the cloud. An unknown id is refused with the near ones.</summary>
    public ActiveFault Inject(string id)
    {
        lock (world.Gate)
        {
            var active = new ActiveFault(Find(id), null);
            active = active with { Victim = active.Fault.Strike(world) };
            _active[active.Fault.Id] = active;
            return active;
        }
    }

    public void Heal(string id)
    {
        lock (world.Gate)
        {
            var fault = Find(id);
            if (_active.Remove(fault.Id, out var active) && active.Victim is not null)
                fault.Heal(world);
        }
    }

    /// <summary>Faults whose victim did not exist strike when it does.</summary>
    public void StrikeWaiting()
    {
        lock (world.Gate)
        {
            // A strike may itself make things appear (a tenant's servers): it is not asked again while it strikes.
            if (_striking)
                return;
            _striking = true;
            try
            {
                foreach (var (id, waiting) in _active.Where(entry => entry.Value.Victim is null).ToArray())
                    _active[id] = waiting with { Victim = waiting.Fault.Strike(world) };
            }
            finally
            {
                _striking = false;
            }
        }
    }

    private Fault Find(string id)
    {
        if (_known.TryGetValue(id.Trim(), out var fault))
            return fault;
        var near = _known
            .Keys.OrderBy(known => EditDistance.Between(known.ToLowerInvariant(), id.ToLowerInvariant()))
            .Take(3);
        throw new UnknownFaultException(
            _known.Count == 0
                ? $"The twin knows no fault '{id}', nor any other."
                : $"The twin knows no fault '{id}'. Near it: {string.Join(", ", near)}."
        );
    }
}
