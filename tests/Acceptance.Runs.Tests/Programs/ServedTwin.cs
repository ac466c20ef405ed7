using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>
/// A twin that runs of other processes are pointed at: served from here, or by a process of its own, `acceptance twin
/// serve --env-file F`, where whose it is matters.
/// </summary>
internal sealed class ServedTwin : IAsyncDisposable
{
    private readonly Twin? _here;
    private readonly Program? _elsewhere;
    private readonly string _folder;
    private readonly HttpClient _control = new();

    private ServedTwin(string folder, Twin? here, Program? elsewhere) =>
        (_folder, _here, _elsewhere) = (folder, here, elsewhere);

    public string Site { get; private init; } = "";

    public Uri Control
    {
        get => _control.BaseAddress!;
        private init => _control.BaseAddress = value;
    }

    public string Home => Path.GetDirectoryName(Site)!;

    /// <summary>One state folder for all clones: as on a jumphost.</summary>
    public string State => Path.Combine(_folder, "state");

    /// <summary>Its state, and the file that says how to reach it.</summary>
    public string Folder => _folder;

    /// <summary>Of one in a process of its own.</summary>
    public int Process => _elsewhere!.Id;

    public static ServedTwin Serve(string world, int seed, int runOn = 60)
    {
        // Its start costs a process of its own what a whole run costs: here the second one comes at once.
        var twin = Twin.Start(
            new TwinOptions
            {
                World = world,
                Seed = seed,
                RunsOn = runOn,
            }
        );
        return new(Directory.CreateTempSubdirectory("served-").FullName, twin, null)
        {
            Site = twin.SiteFile,
            Control = twin.Control,
        };
    }

    /// <param name="home">The home of who serves it.</param>
    public static async Task<ServedTwin> Beside(string world, int seed, string home, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("served-").FullName;
        var exports = Path.Combine(folder, "twin.env");
        string[] words = ["dotnet", Clone.This.Cli, "twin", "serve", "--world", world, "--seed", $"{seed}"];
        var program = new Program(folder, [.. words, "--run-on", "0", "--env-file", exports], ("HOME", home));
        try
        {
            await program.Printed(line => line.StartsWith("Ctrl-C ends it", StringComparison.Ordinal), cancel);
            var values = (await File.ReadAllLinesAsync(exports, cancel))
                .Select(line => line["export ".Length..].Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
            return new(folder, null, program)
            {
                Site = values["ACCEPTANCE_SITE"],
                Control = new Uri(values["ACCEPTANCE_CONTROL"]),
            };
        }
        catch
        {
            await End(program);
            Directory.Delete(folder, recursive: true);
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
        if (_here is not null)
            await _here.DisposeAsync();
        if (_elsewhere is not null)
            await End(_elsewhere);
        _control.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task End(Program program)
    {
        program.End();
        await program.Ended(CancellationToken.None);
        program.Dispose();
    }
}
