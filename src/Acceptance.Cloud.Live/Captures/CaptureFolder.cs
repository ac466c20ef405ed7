using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Captures;

/// <summary>A folder of captures, a file each; it is believed where nobody else may have written it.</summary>
/// <param name="folder">Null: the site has none.</param>
internal sealed class CaptureFolder(string? folder) : ICaptures
{
    /// <summary>What the name of a capture's file ends with; it begins with when it was taken.</summary>
    private const string Suffix = ".capture.json";

    /// <summary>Older ones decide nothing.</summary>
    private const int MostRead = 50;

    public Task<Reading<IReadOnlyList<Capture>>> All(CancellationToken cancel = default) => Task.FromResult(Read());

    private Reading<IReadOnlyList<Capture>> Read()
    {
        if (folder is null)
            return Unread($"the site names no folder of captures ($.baseline.folder)", "");
        if (!Directory.Exists(folder))
            return new Reading<IReadOnlyList<Capture>>.Seen([], EvidenceOf(folder));
        try
        {
            var ours = PrivateFolder.Own(folder);
            string[] names =
            [
                .. Directory
                    .EnumerateFiles(folder, "*" + Suffix)
                    .Select(path => Path.GetFileName(path))
                    .OrderDescending(StringComparer.Ordinal)
                    .Take(MostRead),
            ];
            return new Reading<IReadOnlyList<Capture>>.Seen(
                [.. names.Select(name => Read(ours, name)).OrderByDescending(one => one.Taken)],
                EvidenceOf(folder)
            );
        }
        catch (NotPrivateException exposed)
        {
            return Unread($"{exposed.Message}", folder);
        }
        catch (MisshapenException misshapen)
        {
            return Unread($"{misshapen.Message}: it is no capture; move it out of {folder}", folder);
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException or FileTooLongException)
        {
            return Unread($"the captures in {folder} cannot be read ({closed.Message})", folder);
        }
    }

    private static Capture Read(PrivateFolder ours, string name)
    {
        ours.DemandOurs(name);
        try
        {
            var capture = Body.Parse(BoundedFile.Read(ours.In(name)));
            return new Capture(
                name,
                capture["taken"].Time(),
                capture["controller"].TextOrNull() ?? "",
                capture["outcome"].State<CaptureOutcome>(),
                capture["checks"].List().Count(),
                capture["lowestRed"].TextOrNull() ?? ""
            );
        }
        catch (MisshapenException misshapen)
        {
            throw new MisshapenException($"{name}: {misshapen.FieldPath}", "not as one is written", "a capture's");
        }
    }

    private static Reading<IReadOnlyList<Capture>> Unread(Sentence sentence, string path) =>
        new Reading<IReadOnlyList<Capture>>.Unread(Unreadable.NotOursToRead, sentence, EvidenceOf(path));

    // No moment of the cloud's: what lies on this machine is no answer of it.
    private static Evidence EvidenceOf(string path) =>
        path.Length == 0 ? Evidence.None : new Evidence($"read {path}", $"ls -l {path}", Excerpt.None, default);
}
