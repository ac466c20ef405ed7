using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The cluster template: found by name, or created as the runbook has it (phase-08 8.0). It stays, as the image does.
/// </summary>
public sealed class KubeTemplate
{
    private readonly IOpenStack _openStack;
    private readonly Scope _tenant;
    private readonly KubeImage _image;
    private readonly Inquiry _inquiry;
    private readonly Deeds _deeds;
    private readonly SharedOnce<Reading<ClusterTemplate>>? _once;

    /// <param name="site">Null on a site without a workload: then it is not asked.</param>
    public KubeTemplate(
        SiteWorkload? site,
        IOpenStack openStack,
        Scope tenant,
        KubeImage image,
        Inquiry inquiry,
        Deeds deeds
    )
    {
        (_openStack, _tenant, _image, _inquiry, _deeds) = (openStack, tenant, image, inquiry, deeds);
        _once = site is null ? null : new("the cluster template", () => Ensured(site));
    }

    public Task<Reading<ClusterTemplate>> Ensure() =>
        _once?.Get() ?? throw new VerdictException(new Verdict.NotAsked($"the site has no workload section"));

    private async Task<Reading<ClusterTemplate>> Ensured(SiteWorkload site)
    {
        var name = site.Template.Name;
        var all = await _openStack.ContainerInfra.Templates(_tenant);
        var named = all.OrStop().Where(template => template.Name == name).ToArray();
        if (named.Length > 1)
        {
            var uuids = string.Join(", ", named.Select(one => one.Uuid));
            throw new VerdictException(
                Verdict.NotKnown($"{named.Length} templates are called {name}: {uuids}; keep one", null, all.Evidence)
            );
        }

        if (named.Length == 1)
            return all.Map(_ => named[0]);
        _deeds.Demand(Permit.Mutate, $"creating the template {name}");
        await _deeds.Hold();
        // Of an image that the tenant cannot read, Magnum refuses the template with words about its type.
        var images = (await _image.Ensure()).OrStop();
        (await _inquiry.Ask(ImageIsReadable.Check)).OrStop();
        var image = images.First(one => one.Status.Is(ImageStatus.Active));
        var made = await _deeds.Journal.Do(
            "create",
            "template",
            name,
            null,
            () => _openStack.ContainerInfra.CreateTemplate(_tenant, Written(site, image.Id)),
            template => template.Uuid
        );
        made.OrBreak(name, null);
        _deeds.Journal.Removed("template", name);
        return made;
    }

    // The image by its id: its name may come to stand for several.
    private static ClusterTemplateRequest Written(SiteWorkload site, string imageId) =>
        new(
            site.Template.Name,
            "kubernetes",
            imageId,
            site.ExternalNetwork,
            site.MasterFlavor.Name,
            site.WorkerFlavor.Name,
            true,
            true,
            site.Template.NetworkDriver,
            site.Template.DnsNameserver,
            site.Template.DockerStorageDriver,
            site.Template.Labels
        );
}
