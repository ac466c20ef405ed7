using System.Globalization;
using Acceptance.Conformance.Tests.Runbooks.Finding;
using Acceptance.Conformance.Tests.Runbooks.Gates;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks.Running;

/// <summary>
/// Blocks that are run one after the other in one twin's world, as an operator goes through them:
/// `acceptance twin run --rewrite -- bash drive.sh PYTHON MARK ...`.
/// </summary>
internal sealed class Evening : IDisposable
{
    // Lazily: where the runbooks are not at hand a test is skipped, and a type that does not initialise fails.
    private static readonly Lazy<IReadOnlyDictionary<string, Block>> Found = new(() =>
        BlockFinder.All().ToDictionary(block => block.Id)
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("runbook-").FullName;
    private readonly string _mark = $"@@{Guid.NewGuid():N}";
    private readonly List<string> _words = [];
    private readonly Operator _operator;

    public Evening(Operator who)
    {
        _operator = who;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
    }

    public static IReadOnlyDictionary<string, Block> Blocks => Found.Value;

    public Evening Strike(string fault)
    {
        _words.Add($"@fault:{fault}");
        return this;
    }

    /// <summary>The block with what its gate says of it, and a fault that strikes in its midst.</summary>
    public Evening Run(Gate gate, GateFault? struck = null, string? named = null)
    {
        if (gate.Before.Count > 0)
            Script($"before-{gate.Block}", string.Join('\n', gate.Before) + "\n");
        if (struck?.Damage is { } damage)
            Script($"damage-{gate.Block}", damage + "\n");
        if (gate.Until is { } until)
            _words.Add($"@until:{until}");
        if (struck is { After: { } after })
            _words.Add($"@strike:{struck.Id} {after}");
        if (gate.Stdin is { } stdin)
            _words.Add($"@stdin:{stdin}");
        var pasted = gate.With is { } with ? Text(with) : "";
        return Script(named ?? gate.Block, pasted + Text(gate.Block) + string.Join('\n', gate.Asks) + "\n");
    }

    public Evening Script(string name, string text)
    {
        var file = Path.Combine(_folder, $"block={name}.sh");
        File.WriteAllText(file, text);
        _words.Add(file);
        return this;
    }

    /// <summary>What each of them printed, by its name.</summary>
    public IReadOnlyDictionary<string, Ran> InTwin(string world, params IReadOnlyList<string> options)
    {
        var drive = Path.Combine(_folder, "drive.sh");
        File.Copy(Table.PathOf("Running/drive.sh"), drive);
        foreach (var client in (string[])["client_server.py", "forked_client.py"])
            File.Copy(WorkTree.PathOf("tests", "Acceptance.Surroundings", client), Path.Combine(_folder, client));
        var (output, error) = _operator.Run([
            "twin",
            "run",
            "--rewrite",
            "--world",
            world,
            .. options,
            "--",
            "bash",
            drive,
            RealClients.Python()!,
            _mark,
            .. _words,
        ]);
        var ran = Parse(output);
        if (ran.Count == 0)
            throw new InvalidOperationException($"The blocks did not run:\n{error}{output}");
        return ran;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(string block) => Filled.In(Blocks[block].Text);

    private Dictionary<string, Ran> Parse(string output)
    {
        var ran = new Dictionary<string, Ran>();
        var lines = output.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith($"{_mark} begin ", StringComparison.Ordinal))
                continue;
            var end = Array.FindIndex(lines, i, line => line.StartsWith($"{_mark} end ", StringComparison.Ordinal));
            if (end < 0)
                break;
            var words = lines[end].Split(' ');
            ran[words[2]] = new Ran(
                string.Join('\n', lines[(i + 1)..end]),
                int.Parse(words[3], CultureInfo.InvariantCulture),
                TimeSpan.FromMilliseconds(int.Parse(words[4], CultureInfo.InvariantCulture))
            );
        }

        return ran;
    }
}
