using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud;
using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// A dated capture of what was asserted: each verdict with what it was read from. For its owner alone, whole or not at
/// all, and never in a work tree, where it would be committed.
/// </summary>
internal sealed class CaptureFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly PrivateFolder _folder;

    private CaptureFile(PrivateFolder folder) => _folder = folder;

    /// <summary>Before anything is asked: a place that does not serve is refused at once.</summary>
    public static CaptureFile In(string directory)
    {
        var path = Path.GetFullPath(directory);
        if (WorkTreeAround(path) is { } tree)
            throw new Refusal(
                ExitCode.Usage,
                $"--capture: {path} lies in the work tree {tree}, and a capture is never committed; name a folder "
                    + "outside of it"
            );
        try
        {
            return new CaptureFile(PrivateFolder.Own(path));
        }
        catch (Exception shut) when (shut is NotPrivateException or IOException or UnauthorizedAccessException)
        {
            throw new Refusal(ExitCode.Usage, $"--capture: {shut.Message}");
        }
    }

    /// <summary>Writes it under the moment at which it was taken, by the cloud's clock.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> Write(ICloud cloud, Sweep sweep)
    {
        var taken = cloud.Clock.Now.ToUniversalTime();
        var controller = cloud.Site.Juju is null ? null : (await cloud.Juju.Controller()).ValueOrDefault;
        var capture = new JsonObject
        {
            ["format"] = 1,
            ["taken"] = taken.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["site"] = Published.Line(cloud.Site.Name),
            ["controller"] = Published.Line(controller?.Uuid),
            ["outcome"] = ((State<CaptureOutcome>)(sweep.Passes ? CaptureOutcome.Pass : CaptureOutcome.Fail)).Word,
            ["lowestRed"] = sweep.LowestRed,
            ["checks"] = new JsonArray([.. sweep.Asked.Select(one => Asked(one.Rung, one.Check, one.Verdict))]),
        };
        var name = taken.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + ".capture.json";
        _folder.Replace(name, capture.ToJsonString(Indented) + "\n");
        return _folder.In(name);
    }

    private static JsonNode Asked(Rung rung, Check check, Verdict verdict) =>
        new JsonObject
        {
            ["rung"] = rung.Name,
            ["check"] = check.Id,
            ["verdict"] = verdict.Word,
            ["sentence"] = Published.Line(verdict.Sentence),
            ["entry"] = verdict.RoutesTo,
            ["readFrom"] = new JsonArray([
                .. verdict.AllEvidence().Where(one => !one.Asked.IsEmpty).Select(one => (JsonNode)Evidence(one)),
            ]),
        };

    private static JsonObject Evidence(Evidence one) =>
        new()
        {
            ["asked"] = Published.Line(one.Asked),
            ["byHand"] = Published.Command(one.ByHand).ToString(),
            ["at"] = one.At == default ? null : one.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            ["excerpt"] = Published.Lines(one.Excerpt.ToString()),
        };

    private static string? WorkTreeAround(string path)
    {
        for (var at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
                return at;
        }

        return null;
    }
}
