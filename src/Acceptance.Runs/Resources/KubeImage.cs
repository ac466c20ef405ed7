using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>The kube image: found, or seeded by stage-and-verify (FINDING-3). It stays: it is the cloud's tenant set-up, not the run's.</summary>
public sealed class KubeImage
{
    private readonly AcceptanceRun _run;
    private readonly RunParts _parts;
    private readonly SharedOnce<Reading<IReadOnlyList<Image>>>? _once;
    private readonly List<string> _cleared = [];

    public KubeImage(AcceptanceRun run, RunParts parts)
    {
        (_run, _parts) = (run, parts);
        _once = parts.Site.Workload is null ? null : new("the kube image", Make);
    }

    /// <summary>The images of the name after it was made sure of.</summary>
    public Task<Reading<IReadOnlyList<Image>>> Ensure() =>
        _once?.Get() ?? throw new VerdictException(new Verdict.NotAsked("the site has no workload section"));

    private async Task<Reading<IReadOnlyList<Image>>> Make()
    {
        var images = _parts.Cloud.OpenStack.Images;
        var site = _parts.Site.Workload!.Image;
        var named = await images.Named(Scope.Admin, site.Name);
        if (named.OrStop().Any(IsActive))
            return named;
        Needing.Permit(_parts, Permit.Mutate, $"seeding the image {site.Name}");
        await _run.Hold();
        await ClearQueued(named.OrStop());
        var staged = (await _parts.Cloud.Images.Stage(site.Url, site.Sha512)).OrBreak(site.Url.Host, ImageStaging.Id);
        var properties = new Dictionary<string, string>
        {
            ["os_distro"] = site.OsDistro,
            ["kube_version"] = site.KubeVersion,
        };
        var image = (
            await _parts.Journal.Do(
                "create",
                "image",
                site.Name,
                null,
                () => images.Create(Scope.Admin, new ImageRequest(site.Name, "qcow2", properties)),
                made => made.Id
            )
        ).OrBreak(site.Name, null);
        (
            await _parts.Journal.Do(
                "import",
                "image",
                site.Name,
                image.Id,
                () => images.StageAndImport(Scope.Admin, image.Id, staged.Path)
            )
        ).OrBreak(site.Name, Finding3.Id);
        await _parts.Gatekeeper.Until(
            "image import",
            $"the image {site.Name} becomes active",
            site.Name,
            async () => Look(await images.Image(Scope.Admin, image.Id))
        );
        _parts.Journal.Removed("image", site.Name);
        return await images.Named(Scope.Admin, site.Name);
    }

    private static bool IsActive(Image image) => image.Status.Is(ImageStatus.Active);

    private static Observation<Image> Look(Reading<Image> reading) =>
        reading.OrStop() switch
        {
            { Status.Known: ImageStatus.Active } image => new Observation<Image>.Reached(image),
            { Status.Known: ImageStatus.Killed or ImageStatus.Deleted or ImageStatus.Deactivated } image =>
                new Observation<Image>.Never($"{image.Name} is {image.Status}", Finding3.Id),
            var image => new Observation<Image>.NotYet(image.Status.Word),
        };

    // A remnant of a web-download hangs in queued for ever: it is cleared by its exact id, and only while it is queued (FINDING-4).
    private async Task ClearQueued(IReadOnlyList<Image> named)
    {
        foreach (var remnant in named.Where(image => image.Status.Is(ImageStatus.Queued)))
        {
            (
                await _parts.Journal.Do(
                    "delete",
                    "image",
                    remnant.Name,
                    remnant.Id,
                    () => _parts.Cloud.OpenStack.Images.Delete(Scope.Admin, remnant.Id)
                )
            ).OrBreak(remnant.Id, Finding3.Id);
            _cleared.Add(remnant.Id);
        }

        _parts.Facts.Put(
            MagnumFacts.ClearedImages,
            new Reading<IReadOnlyList<string>>.Seen([.. _cleared], Evidence.None)
        );
    }
}
