using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The kube image: found, or seeded by stage-and-verify (FINDING-3). It stays: it is the cloud's tenant set-up, not
/// the run's.
/// </summary>
public sealed class KubeImage
{
    private readonly IImages _images;
    private readonly IImageSource _source;
    private readonly Deeds _deeds;
    private readonly Gatekeeper _gatekeeper;
    private readonly FactBook _facts;
    private readonly SharedOnce<Reading<IReadOnlyList<Image>>>? _once;
    private readonly List<string> _cleared = [];

    /// <param name="site">Null on a site without a workload: then it is not asked.</param>
    public KubeImage(
        SiteImage? site,
        IImages images,
        IImageSource source,
        Deeds deeds,
        Gatekeeper gatekeeper,
        FactBook facts
    )
    {
        (_images, _source, _deeds, _gatekeeper, _facts) = (images, source, deeds, gatekeeper, facts);
        _once = site is null ? null : new("the kube image", () => Ensured(site));
    }

    /// <summary>The images of the name after it was made sure of.</summary>
    public Task<Reading<IReadOnlyList<Image>>> Ensure() =>
        _once?.Get() ?? throw new VerdictException(new Verdict.NotAsked($"the site has no workload section"));

    private async Task<Reading<IReadOnlyList<Image>>> Ensured(SiteImage site)
    {
        // Another project's of the name is not ours, and a queued one least of all.
        var named = await _facts.Read(MagnumFacts.Images);
        if (named.OrStop().Any(image => image.Status.Is(ImageStatus.Active)))
            return named;
        _deeds.Demand(Permit.Mutate, $"the image {site.Name} is absent, and seeding it");
        await _deeds.Hold();
        await ClearQueued(named.OrStop());
        await Seed(site);
        _facts.Forget();
        return await _facts.Read(MagnumFacts.Images);
    }

    private async Task Seed(SiteImage site)
    {
        var staged = (await _source.Stage(site.Url, site.Sha512)).OrBreak(site.Url.Host, ImageStaging.Id);
        var properties = new Dictionary<string, string>
        {
            ["os_distro"] = site.OsDistro,
            ["kube_version"] = site.KubeVersion,
            // Half made by a run that died, it is known again by this.
            [Marks.Run] = _deeds.Journal.RunId,
        };
        var created = await _deeds.Journal.Do(
            "create",
            "image",
            site.Name,
            null,
            () => _images.Create(Scope.Admin, new ImageRequest(site.Name, "qcow2", ImageVisibility.Public, properties)),
            made => made.Id
        );
        var image = created.OrBreak(site.Name, null);
        var imported = await _deeds.Journal.Do(
            "import",
            "image",
            site.Name,
            image.Id,
            () => _images.StageAndImport(Scope.Admin, image.Id, staged.Path)
        );
        imported.OrBreak(site.Name, Finding3.Id);
        await _gatekeeper.Until(
            "image import",
            $"the image {site.Name} becomes active",
            site.Name,
            async () => Look(await _images.Image(Scope.Admin, image.Id))
        );
        _deeds.Journal.Removed("image", site.Name);
    }

    private static Observation<Image> Look(Reading<Image> reading) =>
        reading.OrStop() switch
        {
            { Status.Known: ImageStatus.Active } image => new Observation<Image>.Reached(image),
            { Status.Known: ImageStatus.Killed or ImageStatus.Deleted or ImageStatus.Deactivated } image =>
                new Observation<Image>.Never($"{image.Name} is {image.Status}", Finding3.Id),
            var image => new Observation<Image>.NotYet($"{image.Status.Word}"),
        };

    // A remnant of a web-download hangs in queued for ever: it is cleared by its exact id, and only while it is
    // queued (FINDING-4).
    private async Task ClearQueued(IReadOnlyList<Image> named)
    {
        foreach (var remnant in named.Where(image => image.Status.Is(ImageStatus.Queued)))
        {
            (
                await _deeds.Journal.Do(
                    "delete",
                    "image",
                    remnant.Name,
                    remnant.Id,
                    () => _images.Delete(Scope.Admin, remnant.Id)
                )
            ).OrBreak(remnant.Id, Finding3.Id);
            _cleared.Add(remnant.Id);
        }

        _facts.Put(MagnumFacts.ClearedImages, new Reading<IReadOnlyList<string>>.Seen([.. _cleared], Evidence.None));
    }
}
