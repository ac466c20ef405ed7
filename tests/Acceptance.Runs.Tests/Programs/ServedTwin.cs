using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>A twin in a process of its own: `acceptance twin serve --env-file F`, ended by a signal.</summary>
internal sealed class ServedTwin : IAsyncDisposable
{
    private readonly Program _program;
    private readonly string _folder;
    private readonly HttpClient _control = new();

    private ServedTwin(Program program, string folder) => (_program, _folder) = (program, folder);

    public string Site { get; private set; } = "";

    public Uri Control { get; private set; } = null!;

    public string Home => Path.GetDirectoryName(Site)!;

    /// <summary>One state folder for all clones: as on a jumphost.</summary>
    public string State => Path.Combine(_folder, "state");

    /// <summary>Its state, and the file that says how to reach it.</summary>
    public string Folder => _folder;

    public int Process => _program.Id;

    /// <param name="home">The home of who serves it; null: ours.</param>
    public static async Task<ServedTwin> Serve(
        string world,
        int seed,
        CancellationToken cancel,
        int runOn = 60,
        string? home = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("served-").FullName;
        var exports = Path.Combine(folder, "twin.env");
        var program = new Program(
            folder,
            [
                "dotnet",
                Clone.This.Cli,
                "twin",
                "serve",
                "--world",
                world,
                "--seed",
                $"{seed}",
                "--run-on",
                $"{runOn}",
                "--env-file",
                exports,
            ],
            home is null ? [] : [("HOME", home)]
        );
        var twin = new ServedTwin(program, folder);
        try
        {
            await program.Printed(line => line.StartsWith("Ctrl-C ends it", StringComparison.Ordinal), cancel);
            var values = (await File.ReadAllLinesAsync(exports, cancel))
                .Select(line => line["export ".Length..].Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
            twin.Control = new Uri(values["ACCEPTANCE_CONTROL"]);
            twin.Site = values["ACCEPTANCE_SITE"];
            twin._control.BaseAddress = twin.Control;
            return twin;
        }
        catch
        {
            await twin.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// By another process, as an operator breaks it: `acceptance twin fault ID`. Returns what was said.
    /// </summary>
    public async Task<string> Break(string fault, CancellationToken cancel)
    {
        using var program = new Program(
            _folder,
            ["dotnet", Clone.This.Cli, "twin", "fault", fault],
            ("ACCEPTANCE_SITE", Site)
        );
        (await program.Ended(cancel)).Should().Be(0, program.Output);
        return program.Output;
    }

    public async Task Heal(string fault, CancellationToken cancel) =>
        (await _control.DeleteAsync($"faults/{fault}", cancel)).EnsureSuccessStatusCode();

    /// <summary>A cluster, a Service and what else the operator keeps here takes cloud time.</summary>
    public async Task Advance(TimeSpan span, CancellationToken cancel) =>
        (
            await _control.PostAsync($"clock/advance?seconds={span.TotalSeconds:0}", null, cancel)
        ).EnsureSuccessStatusCode();

    /// <summary>Until it is disposed no sleep of anybody ends: whoever waits, waits.</summary>
    public async Task<IDisposable> StopTheClock(CancellationToken cancel)
    {
        using var join = new HttpRequestMessage(HttpMethod.Post, "clock/join");
        var held = await _control.SendAsync(join, HttpCompletionOption.ResponseHeadersRead, cancel);
        return held.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<Flight>> Log(CancellationToken cancel) =>
        [.. (await _control.GetFromJsonAsync<JsonArray>("log", cancel))!.Select(Flight.Of)];

    /// <summary>
    /// Ends when the flight recorder has something of this run that matches after its first entries:
    /// `acceptance twin log --follow --from N`. Fails when the run ends before.
    /// </summary>
    public async Task Recorded(SuiteRun run, int after, Func<string, bool> matches, CancellationToken cancel)
    {
        using var follow = new Program(
            _folder,
            ["dotnet", Clone.This.Cli, "twin", "log", "--follow", "--from", $"{after}"],
            ("ACCEPTANCE_SITE", Site)
        );
        var printed = follow.Printed(matches, cancel);
        if (await Task.WhenAny(printed, run.Ended(cancel)) != printed)
            Assert.Fail($"the run ended before the twin saw what was awaited:{run.Quoted}");
        await printed;
    }

    public async ValueTask DisposeAsync()
    {
        _program.End();
        await _program.Ended(CancellationToken.None);
        _program.Dispose();
        _control.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
