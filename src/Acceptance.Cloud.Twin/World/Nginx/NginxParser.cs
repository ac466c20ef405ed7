namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Reads a configuration with the files that it includes, statement by statement, and stops at the first that nginx refuses.</summary>
internal sealed class NginxParser
{
    private readonly List<(string Path, string Text)> _files = [];
    private readonly List<string> _warnings = [];

    public NginxParser(NginxSurroundings around, NginxBuild build)
    {
        (Around, Build) = (around, build);
        Main = new NginxBlock(NginxContext.Main, new NginxStatement(["main"], ""), null);
    }

    public NginxSurroundings Around { get; }

    public NginxBuild Build { get; }

    public NginxBlock Main { get; }

    public NginxBlock? Http => Main.Inside(NginxContext.Http).FirstOrDefault();

    /// <summary>The files in the order in which they were read, as nginx -T shows them.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => _files;

    /// <summary>In nginx's words, with the place.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The names of log formats.</summary>
    public HashSet<string> LogFormats { get; } = new(StringComparer.Ordinal) { "combined" };

    /// <summary>Variables that the file makes.</summary>
    public HashSet<string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>The variables that it names, in order.</summary>
    public List<string> Named { get; } = [];

    /// <summary>Logs that must be opened.</summary>
    public List<string> Logs { get; } = [];

    /// <summary>What passes to a server behind: its host, and its port as written.</summary>
    public List<(NginxStatement Statement, string Host, string Port)> Passes { get; } = [];

    /// <summary>Zones that have a size, and those that are asked for.</summary>
    public HashSet<string> Zones { get; } = new(StringComparer.Ordinal);

    public List<string> WantedZones { get; } = [];

    /// <summary>The folder that a relative path of the configuration begins at.</summary>
    public string Folder { get; private set; } = "/etc/nginx/";

    public static NginxRefusedException Refuse(NginxStatement statement, string says) =>
        new($"{says} in {statement.Place}");

    public void Warn(string says) => _warnings.Add(says);

    /// <summary>The directives of -g.</summary>
    public void CommandLine(string text) => Statements(new NginxReader("", text) { IsCommandLine = true }, Main, false);

    public void Parse(string path)
    {
        Folder = path[..(path.LastIndexOf('/') + 1)];
        Read(path, Main, path, _ => new NginxRefusedException(Missing(path)));
    }

    public string Full(string path) => path.StartsWith('/') ? path : Folder + path;

    /// <summary>Logs and the process id's file begin elsewhere than the files that are read.</summary>
    public string UnderPrefix(string path) => path.StartsWith('/') ? path : $"{Build.Prefix}/{path}";

    private static string Missing(string path) => $"open() \"{path}\" failed (2: No such file or directory)";

    private void Read(string path, NginxBlock block, string named, Func<string, NginxRefusedException> missing)
    {
        var text = Around.Read(path) ?? throw missing(named);
        if (_files.TrueForAll(file => file.Path != path))
            _files.Add((path, text));
        Statements(new NginxReader(path, text), block, false);
    }

    /// <summary>The statements of a file or of a block, to its end.</summary>
    public void Statements(NginxReader reader, NginxBlock block, bool inBlock)
    {
        while (true)
        {
            var (words, ended) = reader.Next();
            switch (ended)
            {
                case NginxReader.End.File when inBlock:
                    throw reader.Refuse("unexpected end of file, expecting \"}\"");
                case NginxReader.End.Closed when !inBlock:
                    throw reader.Refuse("unexpected \"}\"");
                case NginxReader.End.File or NginxReader.End.Closed:
                    return;
            }

            var statement = new NginxStatement(words, reader.Place);
            if (block.Context == NginxContext.Entries)
                Entry(reader, block, statement, ended);
            else
                Directive(reader, block, statement, ended);
        }
    }

    /// <summary>A line of a map, of types or of their like.</summary>
    private void Entry(NginxReader reader, NginxBlock block, NginxStatement statement, NginxReader.End ended)
    {
        if (ended == NginxReader.End.Opened)
            throw reader.Refuse("unexpected \"{\"");
        if (statement.Name == "include" && statement.Words.Count == 2)
            Include(block, statement);
        else
            NginxEntries.Check(this, block, statement);
    }

    private void Directive(NginxReader reader, NginxBlock block, NginxStatement statement, NginxReader.End ended)
    {
        var known = NginxDirective.Of(statement.Name, Build.Release).ToList();
        if (known.Count == 0)
            throw Refuse(statement, $"unknown directive \"{statement.Name}\"");
        var directive =
            known.Find(one => one.Contexts.HasFlag(block.Context))
            ?? throw Refuse(statement, $"\"{statement.Name}\" directive is not allowed here");
        if (!directive.Opens && ended == NginxReader.End.Opened)
            throw Refuse(statement, $"directive \"{statement.Name}\" is not terminated by \";\"");
        if (directive.Opens && ended != NginxReader.End.Opened)
            throw Refuse(statement, $"directive \"{statement.Name}\" has no opening \"{{\"");
        if (!directive.Takes(statement.Words.Count - 1))
            throw Refuse(statement, $"invalid number of arguments in \"{statement.Name}\" directive");
        if (statement.Name == "include")
        {
            Include(block, statement);
            return;
        }

        NginxValues.Check(this, directive, block, statement);
        NginxRules.Check(this, directive, block, statement);
        block.Add(statement);
        if (directive.Opens)
            Block(reader, block, statement);
    }

    private void Block(NginxReader reader, NginxBlock block, NginxStatement statement)
    {
        var inside = new NginxBlock(ContextOf(statement.Name, block.Context), statement, block);
        block.Add(inside);
        Statements(reader, inside, true);
        NginxRules.Closed(this, inside, reader.Place);
    }

    private static NginxContext ContextOf(string name, NginxContext around) =>
        name switch
        {
            "events" => NginxContext.Events,
            "http" => NginxContext.Http,
            "server" => NginxContext.Server,
            "location" => NginxContext.Location,
            "upstream" => NginxContext.Upstream,
            "limit_except" => NginxContext.LimitExcept,
            "if" => around == NginxContext.Server ? NginxContext.ServerIf : NginxContext.LocationIf,
            _ => NginxContext.Entries,
        };

    private void Include(NginxBlock block, NginxStatement statement)
    {
        var path = Full(statement.Words[1]);
        if (path.AsSpan().ContainsAny("*?["))
            foreach (var found in Around.Matching(path))
                Read(found, block, found, named => Refuse(statement, Missing(named)));
        else
            Read(path, block, path, named => Refuse(statement, Missing(named)));
    }
}
