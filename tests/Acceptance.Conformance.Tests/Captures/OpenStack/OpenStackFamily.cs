using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// The captures of the OpenStack services: each capture's requests as they were sent, and its command as the real
/// client runs it.
/// </summary>
internal sealed class OpenStackFamily : ICaptureFamily
{
    private const int Drawn = 40;

    private IReadOnlyList<OpenStackCapture> _recorded = [];

    public string Folder => "openstack";

    public async Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole)
    {
        var captures = CaptureLibrary.Read(folder);
        _recorded = WithShared(folder, captures);
        using var clients = await Installed();
        var commands =
            clients is null ? []
            : whole ? captures
            : Sample(captures);
        // The whole set's commands change a twin of their own; those of a sample only look, each where the requests
        // of all before it have led.
        var changing =
            whole && clients is not null
                ? Commands(commands, clients)
                : Task.FromResult<Dictionary<string, (Likeness, string)>>([]);
        var lines = Task.Run(() => Timelines(captures));
        var (raw, printed) = await Requests(captures, whole ? [] : commands, clients);
        foreach (var (name, verdict) in await lines)
            raw[name] = verdict;
        foreach (var (name, verdict) in await changing)
            printed[name] = verdict;
        return
        [
            .. captures.Select(capture =>
            {
                var (likeness, why) = Worse(
                    raw[capture.Name],
                    printed.GetValueOrDefault(capture.Name, (Likeness.Same, ""))
                );
                return new CaptureResult(capture.Service, capture.Name, likeness, capture.Command, why);
            }),
        ];
    }

    private IReadOnlyList<OpenStackCapture> WithShared(string folder, IReadOnlyList<OpenStackCapture> captures)
    {
        // A folder of a few captures shows little of the cloud that it was recorded on; the shared set is of the same
        // one.
        var shared = Path.Combine(CapturesFolder.Shared, Folder);
        return Directory.Exists(shared) && Path.GetFullPath(folder) != shared
            ? [.. captures, .. CaptureLibrary.Read(shared)]
            : captures;
    }

    /// <summary>
    /// A seeded draw of the commands that change nothing: reads, and changes that were refused. The others' requests
    /// are compared without them.
    /// </summary>
    private static OpenStackCapture[] Sample(IReadOnlyList<OpenStackCapture> captures)
    {
        OpenStackCapture[] looking = [.. captures.Where(capture => capture.IsClients && capture.OnlyLooks)];
        new Random(Breadth.Seed).Shuffle(looking);
        OpenStackCapture[] sample = [.. looking.Take(Drawn)];
        Console.Error.WriteLine(
            $"captures openstack: every request of {captures.Count} captures, "
                + $"and {sample.Length} of the {looking.Length} commands that change nothing "
                + $"(ACCEPTANCE_SEED={Breadth.Seed} draws the same, ACCEPTANCE_LONG=1 runs every command)"
        );
        return sample;
    }

    private static (Likeness Likeness, string Why) Worse(
        (Likeness Likeness, string Why) one,
        (Likeness Likeness, string Why) other
    ) =>
        one.Likeness == Likeness.NotEmulated
        || (one.Likeness == Likeness.Different && other.Likeness != Likeness.NotEmulated)
            ? one
        : other.Likeness == Likeness.Same ? one
        : other;

    /// <summary>Null, and said: the real client is not on PATH.</summary>
    private static async Task<RealClients?> Installed()
    {
        if (await RealClients.Start() is { } clients)
            return clients;
        var says =
            "the real openstack is not on PATH: its half of the captures is not compared (to do so: "
            + $"{RealProgram.OpenStackClients})";
        if (Absent.InCi)
            Assert.Fail(says);
        Console.Error.WriteLine(says);
        return null;
    }

    /// <summary>
    /// The commands, as the real client of this machine runs them; on a twin of their own, since each is run by the
    /// requests too.
    /// </summary>
    private async Task<Dictionary<string, (Likeness Likeness, string Why)>> Commands(
        IReadOnlyList<OpenStackCapture> captures,
        RealClients clients
    )
    {
        await using var cloud = new CapturedCloud(_recorded);
        var replay = new ClientReplay(cloud, new Situation(cloud, _recorded) { Trouble = Note }, clients);
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures)
            await Print(capture, replay, verdicts);
        if (captures.Count(capture => Runs(capture, cloud)) - verdicts.Count is > 0 and var absent)
            Console.Error.WriteLine(
                $"captures openstack: {absent} commands are of plugins that this machine's openstack does not "
                    + "have; their requests alone are compared"
            );
        return verdicts;
    }

    private static bool Runs(OpenStackCapture capture, CapturedCloud cloud) =>
        capture.IsClients && capture.Exchanges.All(exchange => cloud.Has(exchange.Service));

    private static async Task Print(
        OpenStackCapture capture,
        ClientReplay replay,
        Dictionary<string, (Likeness, string)> verdicts
    )
    {
        if (!Runs(capture, replay.Cloud))
            return;
        var absent = false;
        var verdict = await Judged(async () =>
            await replay.Play(capture) is { } played ? played : (absent = true, (Likeness.Same, "")).Item2
        );
        if (!absent)
            verdicts[capture.Name] = verdict;
    }

    /// <summary>
    /// Every request, in the order of the recording; the commands of <paramref name="looking"/> come after their own
    /// requests.
    /// </summary>
    private async Task<(
        Dictionary<string, (Likeness Likeness, string Why)> Sent,
        Dictionary<string, (Likeness Likeness, string Why)> Printed
    )> Requests(IReadOnlyList<OpenStackCapture> captures, IReadOnlyList<OpenStackCapture> looking, RealClients? clients)
    {
        await using var cloud = new CapturedCloud(_recorded);
        var situation = new Situation(cloud, _recorded) { Trouble = Note };
        var replay = new RawReplay(cloud, situation);
        var client = clients is null ? null : new ClientReplay(cloud, situation, clients) { Pause = TimeSpan.Zero };
        var sample = looking.Select(capture => capture.Name).ToHashSet(StringComparer.Ordinal);
        var sent = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        var printed = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures.Where(capture => capture.Timeline is null))
        {
            sent[capture.Name] = await Judged(() => replay.Play(capture));
            if (client is not null && sample.Contains(capture.Name))
                await Print(capture, client, printed);
        }

        return (sent, printed);
    }

    /// <summary>Time lines, on a twin of their own: what they look on is done again.</summary>
    private async Task<Dictionary<string, (Likeness Likeness, string Why)>> Timelines(
        IReadOnlyList<OpenStackCapture> captures
    )
    {
        await using var cloud = new CapturedCloud(_recorded);
        var situation = new Situation(cloud, _recorded) { Trouble = Note };
        var replay = new TimelineReplay(cloud, situation, new RawReplay(cloud, situation));
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures.Where(capture => capture.Timeline is not null))
            verdicts[capture.Name] = await Judged(() => replay.Play(capture));
        return verdicts;
    }

    private static void Note(string trouble)
    {
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_TELL") is { Length: > 0 } file)
            File.AppendAllText(file + ".situation", trouble + "\n");
    }

    /// <summary>
    /// A capture that the replay cannot read is a difference and says so; the others are replayed all the same.
    /// </summary>
    private static async Task<(Likeness Likeness, string Why)> Judged(Func<Task<(Likeness, string)>> play)
    {
        try
        {
            return await play();
        }
        catch (Exception failure) when (failure is not AssertionException and not IgnoreException)
        {
            return (
                Likeness.Different,
                $"the replay failed: {failure.GetType().Name}: {failure.Message} {WhereIn(failure)}"
            );
        }
    }

    private static string? WhereIn(Exception failure) =>
        failure
            .StackTrace?.Split('\n')
            .FirstOrDefault(line => line.Contains("Acceptance.", StringComparison.Ordinal))
            ?.Trim();
}
