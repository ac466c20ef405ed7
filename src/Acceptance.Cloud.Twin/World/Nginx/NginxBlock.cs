namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>A block: the whole file, events, http, a server, a location and so on.</summary>
public sealed class NginxBlock(NginxContext context, NginxStatement opened, NginxBlock? parent)
{
    private readonly List<NginxStatement> _statements = [];
    private readonly List<NginxBlock> _blocks = [];

    public NginxContext Context { get; } = context;

    public NginxStatement Opened { get; } = opened;

    public NginxBlock? Parent { get; } = parent;

    public IReadOnlyList<NginxStatement> Statements => _statements;

    public IReadOnlyList<NginxBlock> Blocks => _blocks;

    /// <summary>What it holds by itself, in order.</summary>
    public IEnumerable<NginxStatement> All(string name) => _statements.Where(statement => statement.Name == name);

    public bool Has(string name) => All(name).Any();

    public IEnumerable<NginxBlock> Inside(NginxContext context) => _blocks.Where(block => block.Context == context);

    /// <summary>This block and all in it.</summary>
    public IEnumerable<NginxBlock> Within => _blocks.SelectMany(block => block.Within).Prepend(this);

    /// <summary>The statements that hold here: its own, else those of the nearest block around it.</summary>
    public IReadOnlyList<NginxStatement> Inherited(string name)
    {
        for (var block = this; block is not null; block = block.Parent)
        {
            if (block.Has(name))
                return [.. block.All(name)];
        }

        return [];
    }

    /// <summary>The last argument list's first word that holds here; null without one.</summary>
    public string? Value(string name) => Inherited(name) is { Count: > 0 } found ? found[^1].Argument(1) : null;

    internal void Add(NginxStatement statement) => _statements.Add(statement);

    internal void Add(NginxBlock block) => _blocks.Add(block);
}
