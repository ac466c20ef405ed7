using System.Text.Json.Nodes;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>`dotnet test` of the features, in a clone, as an operator starts it.</summary>
internal sealed class SuiteRun : IDisposable
{
    private readonly Program _program;
    private readonly string _reports = Directory.CreateTempSubdirectory("run-reports-").FullName;

    public SuiteRun(Clone clone, string filter, params IReadOnlyList<(string Name, string? Value)> settings)
        : this(clone, ["dotnet", "test", clone.Features, "--filter", filter], settings) { }

    private SuiteRun(Clone clone, IReadOnlyList<string> words, IReadOnlyList<(string Name, string? Value)> settings) =>
        _program = new Program(
            clone.Root,
            words,
            [("ACCEPTANCE_REPORTS", _reports), ("ACCEPTANCE_STATE", Path.Combine(_reports, "state")), .. settings]
        );

    public string Output => _program.Output;

    /// <summary>The output as a message of ours shows it: told apart from the runner's own lines.</summary>
    public string Quoted => "\n    | " + Output.TrimEnd().ReplaceLineEndings("\n    | ");

    /// <summary>The page printed last, without the runner's own lines.</summary>
    public string Page
    {
        get
        {
            var parts = Output.Split(new string('=', 96));
            return parts.Length > 1 ? parts[1] : "";
        }
    }

    public JsonNode Summary => JsonNode.Parse(File.ReadAllText(Path.Combine(_reports, "summary.json")))!;

    public string Report(string file) => File.ReadAllText(Path.Combine(_reports, file));

    /// <summary>Every file that the run left in its folder for reports.</summary>
    public IEnumerable<(string Name, string Text)> Left() =>
        Directory
            .EnumerateFiles(_reports, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(_reports, file), File.ReadAllText(file)));

    /// <summary>The pages among them.</summary>
    public IEnumerable<string> Pages() => Directory.EnumerateFiles(_reports, "*.html", SearchOption.AllDirectories);

    public int Count(string verdict) => (int)Summary["counts"]![verdict]!;

    public IEnumerable<JsonNode> Scenarios(string verdict) =>
        Summary["scenarios"]!.AsArray().Where(one => (string)one!["verdict"]! == verdict)!;

    public static async Task<SuiteRun> Of(
        Clone clone,
        string filter,
        CancellationToken cancel,
        params IReadOnlyList<(string Name, string? Value)> settings
    )
    {
        var run = new SuiteRun(clone, filter, settings);
        run.Exit = await run._program.Ended(cancel);
        return run;
    }

    /// <summary>The project instead of the built assembly: the run settings that the project chooses apply.</summary>
    public static async Task<SuiteRun> OfProject(
        string filter,
        CancellationToken cancel,
        params IReadOnlyList<(string Name, string? Value)> settings
    )
    {
        var run = new SuiteRun(
            Clone.This,
            [
                "dotnet",
                "test",
                "tests/Acceptance.Features",
                "--no-build",
                "-c",
                Clone.Configuration,
                "--filter",
                filter,
            ],
            settings
        );
        run.Exit = await run._program.Ended(cancel);
        return run;
    }

    public int Exit { get; private set; } = -1;

    public async Task<int> Ended(CancellationToken cancel) => Exit = await _program.Ended(cancel);

    public void Kill() => _program.Kill();

    public void Dispose()
    {
        _program.Dispose();
        Directory.Delete(_reports, recursive: true);
    }
}
