namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>The captures of the OpenStack services: each capture's requests as they were sent, and its command as the real client runs it.</summary>
internal sealed class OpenStackFamily : ICaptureFamily
{
    public string Folder => "openstack";

    public async Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole)
    {
        var captures = CaptureLibrary.Read(folder);
        var raw = await Requests(captures);
        return [.. captures.Select(capture => new CaptureResult(capture.Service, capture.Name, raw[capture.Name].Likeness, capture.Command, raw[capture.Name].Why))];
    }

    private static async Task<Dictionary<string, (Likeness Likeness, string Why)>> Requests(IReadOnlyList<OpenStackCapture> captures)
    {
        await using var cloud = new CapturedCloud(captures);
        var replay = new RawReplay(cloud, new Situation(cloud, captures));
        var verdicts = new Dictionary<string, (Likeness, string)>(StringComparer.Ordinal);
        foreach (var capture in captures) verdicts[capture.Name] = await Judged(() => replay.Play(capture));
        return verdicts;
    }

    /// <summary>A capture that the replay cannot read is a difference and says so; the others are replayed all the same.</summary>
    private static async Task<(Likeness, string)> Judged(Func<Task<(Likeness, string)>> play)
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
