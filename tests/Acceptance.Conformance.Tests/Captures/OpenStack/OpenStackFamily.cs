using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>The captures of the OpenStack services: each capture's requests as they were sent, and its command as the real client runs it.</summary>
internal sealed class OpenStackFamily : ICaptureFamily
{
    private IReadOnlyList<OpenStackCapture> _recorded = [];

    public string Folder => "openstack";

    public async Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole)
    {
        var captures = CaptureLibrary.Read(folder);
        // A folder of a few captures shows little of the cloud that it was recorded on; the shared set is of the same one.
        var shared = Path.Combine(CapturesFolder.Shared, Folder);
        _recorded = Directory.Exists(shared) && Path.GetFullPath(folder) != shared ? [.. captures, .. CaptureLibrary.Read(shared)] : captures;
        var clients = Clients(whole ? captures : Sample(captures));
        var raw = await Requests(captures);
        foreach (var (name, verdict) in await Timelines(captures)) raw[name] = verdict;
        var printed = await clients;
        return [.. captures.Select(capture =>
        {
            var (likeness, why) = Worse(raw[capture.Name], printed.GetValueOrDefault(capture.Name, (Likeness.Same, "")));
            return new CaptureResult(capture.Service, capture.Name, likeness, capture.Command, why);
        })];
    }

    /// <summary>
    /// None, unless ACCEPTANCE_SEED draws a fifth of them: many commands stand on what those before them made, so that only the whole set
    /// (ACCEPTANCE_LONG=1) is held against what was approved.
    /// </summary>
    private static OpenStackCapture[] Sample(IReadOnlyList<OpenStackCapture> captures)
    {
        var drawn = int.TryParse(Environment.GetEnvironmentVariable("ACCEPTANCE_SEED"), out var given) ? new Random(given) : null;
        OpenStackCapture[] sample = [.. captures.Where(_ => drawn?.Next(5) == 0)];
        Console.Error.WriteLine($"captures openstack: every request, and the commands of {sample.Length} of {captures.Count} captures (ACCEPTANCE_SEED=N draws a fifth, ACCEPTANCE_LONG=1 runs all)");
        return sample;
    }

    private static (Likeness Likeness, string Why) Worse((Likeness Likeness, string Why) one, (Likeness Likeness, string Why) other) =>
        one.Likeness == Likeness.NotEmulated || (one.Likeness == Likeness.Different && other.Likeness != Likeness.NotEmulated) ? one : other.Likeness == Likeness.Same ? one : other;

    /// <summary>The commands, as the real client of this machine runs them; on a twin of their own, since each is run by the requests too.</summary>
    private async Task<Dictionary<string, (Likeness Likeness, string Why)>> Clients(IReadOnlyList<OpenStackCapture> captures)
    {
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        using var clients = await RealClients.Start();
        if (clients is null)
        {
            var says = $"the real openstack is not on PATH: its half of the captures is not compared (to do so: {RealProgram.OpenStackClients})";
            if (Absent.InCi) Assert.Fail(says);
            Console.Error.WriteLine(says);
            return verdicts;
        }

        await using var cloud = new CapturedCloud(_recorded);
        var replay = new ClientReplay(cloud, new Situation(cloud, _recorded) { Trouble = Note }, clients);
        var absent = 0;
        foreach (var capture in captures.Where(capture => capture.IsClients && capture.Exchanges.All(exchange => cloud.Has(exchange.Service))))
        {
            var verdict = await Judged(async () => await replay.Play(capture) is { } played ? played : (Likeness.Same, "absent"));
            if (verdict.Item2 == "absent") absent++;
            else verdicts[capture.Name] = verdict;
        }

        if (absent > 0) Console.Error.WriteLine($"captures openstack: {absent} commands are of plugins that this machine's openstack does not have; their requests alone are compared");
        return verdicts;
    }

    private async Task<Dictionary<string, (Likeness Likeness, string Why)>> Requests(IReadOnlyList<OpenStackCapture> captures)
    {
        await using var cloud = new CapturedCloud(_recorded);
        var replay = new RawReplay(cloud, new Situation(cloud, _recorded) { Trouble = Note });
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures.Where(capture => capture.Timeline is null)) verdicts[capture.Name] = await Judged(() => replay.Play(capture));
        return verdicts;
    }

    /// <summary>Time lines, on a twin of their own: what they look on is done again.</summary>
    private async Task<Dictionary<string, (Likeness Likeness, string Why)>> Timelines(IReadOnlyList<OpenStackCapture> captures)
    {
        await using var cloud = new CapturedCloud(_recorded);
        var situation = new Situation(cloud, _recorded) { Trouble = Note };
        var replay = new TimelineReplay(cloud, situation, new RawReplay(cloud, situation));
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures.Where(capture => capture.Timeline is not null)) verdicts[capture.Name] = await Judged(() => replay.Play(capture));
        return verdicts;
    }

    private static void Note(string trouble)
    {
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_TELL") is { Length: > 0 } file) File.AppendAllText(file + ".situation", trouble + "\n");
    }

    /// <summary>A capture that the replay cannot read is a difference and says so; the others are replayed all the same.</summary>
    private static async Task<(Likeness Likeness, string Why)> Judged(Func<Task<(Likeness, string)>> play)
    {
        try
        {
            return await play();
        }
        catch (Exception failure) when (failure is not AssertionException and not IgnoreException)
        {
            return (Likeness.Different, $"the replay failed: {failure.GetType().Name}: {failure.Message} {failure.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Acceptance.", StringComparison.Ordinal))?.Trim()}");
        }
    }
}
