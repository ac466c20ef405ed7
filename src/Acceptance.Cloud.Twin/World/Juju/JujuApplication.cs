namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>A deployed application.</summary>
internal sealed class JujuApplication(CharmSpec charm, bool lostKeepsWord)
{
    private readonly List<JujuUnit> _units = [];

    public string Name => Charm.Application;

    /// <summary>As it runs; somebody may have refreshed it.</summary>
    public CharmSpec Charm { get; set; } = charm;

    /// <summary>As the bundle has it.</summary>
    public CharmSpec Bundled { get; } = charm;

    public bool IsSubordinate => Charm.SubordinateTo.Count > 0;

    /// <summary>All its units; a subordinate's live inside their principals.</summary>
    public IReadOnlyList<JujuUnit> Units => _units;

    /// <summary>Charm options that differ from the charm's defaults, or that somebody asks for.</summary>
    public IDictionary<string, string> Config { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    internal bool LostKeepsWord { get; } = lostKeepsWord;

    public JujuUnit? Leader => _units.FirstOrDefault(unit => unit.IsLeader);

    internal void Add(JujuUnit unit) => _units.Add(unit);

    /// <summary>The machine left the model, and its units with it; another leads.</summary>
    internal void Forget(JujuMachine machine)
    {
        _units.RemoveAll(unit => unit.Machine == machine || unit.Machine.Parent == machine);
        if (Leader is null && _units.Count > 0)
            _units[0].IsLeader = true;
    }
}
