using Acceptance.Cloud.Spelling;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults;

/// <summary>The faults this world knows, and those that are in force.</summary>
internal sealed class FaultRegistry
{
    private readonly TwinWorld _world;
    private readonly Dictionary<string, Fault> _known;
    private readonly Dictionary<string, ActiveFault> _active = new(StringComparer.OrdinalIgnoreCase);
    private bool _striking;

    public FaultRegistry(TwinWorld world, IEnumerable<Fault> known)
    {
        _world = world;
        _known = known.ToDictionary(fault => fault.Id, StringComparer.OrdinalIgnoreCase);
        world.Ground.Appeared += StrikeWaiting;
        world.Identity.Tokens.Issued += _ => MeetTokenInUse();
    }

    public IReadOnlyCollection<Fault> Known => _known.Values;

    public IReadOnlyCollection<ActiveFault> Active
    {
        get
        {
            lock (_world.Gate)
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
        lock (_world.Gate)
        {
            var active = new ActiveFault(Find(id), null);
            active = active with { Victim = active.Fault.Strike(_world) };
            _active[active.Fault.Id] = active;
            return active;
        }
    }

    public void Heal(string id)
    {
        lock (_world.Gate)
        {
            var fault = Find(id);
            if (_active.Remove(fault.Id, out var active) && active.Victim is not null)
                fault.Heal(_world);
        }
    }

    /// <summary>Faults whose victim did not exist strike when it does.</summary>
    private void StrikeWaiting()
    {
        lock (_world.Gate)
        {
            // A strike may itself make things appear (a tenant's servers): it is not asked again while it strikes.
            if (_striking)
                return;
            _striking = true;
            try
            {
                foreach (var (id, waiting) in _active.Where(entry => entry.Value.Victim is null).ToArray())
                    _active[id] = waiting with { Victim = waiting.Fault.Strike(_world) };
            }
            finally
            {
                _striking = false;
            }
        }
    }

    /// <summary>A fault that waits for a token meets it in use, not in the answer that brings it.</summary>
    private void MeetTokenInUse()
    {
        if (Waiting)
            _world.Clock.In(TimeSpan.FromSeconds(1), StrikeWaiting);
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
