using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The template equals the runbook's create, field by field (phase-08 8.0, DOCFIX-032), not merely found.
/// </summary>
public static class TemplateIsAsWritten
{
    public static Check Check { get; } =
        new()
        {
            Id = "template-as-written",
            Promise = "every field of the cluster template is as written",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Templates, MagnumFacts.Images, MagnumFacts.Networks, ComputeFacts.Flavors],
            Judgement = sheet =>
                sheet.Judge(MagnumFacts.Templates, (all, evidence) => JudgeNamed(all, sheet, evidence)),
        };

    private static Verdict JudgeNamed(IReadOnlyList<ClusterTemplate> all, FactSheet sheet, Evidence evidence)
    {
        var site = sheet.Site.Workload!;
        return all.Where(one => one.Name == site.Template.Name).ToArray() switch
        {
            [var template] => JudgeWithIds(template, sheet, evidence),
            [] => Verdict.NotKnown($"no template is called {site.Template.Name}", null, evidence),
            var several => Verdict.NotKnown(
                $"{several.Length} templates are called {site.Template.Name}: "
                    + $"{string.Join(", ", several.Select(one => one.Uuid))}; keep one",
                null,
                evidence
            ),
        };
    }

    // Images, networks and flavors only tell an id from a name: unread, what is no name of ours may be its id.
    private static Verdict JudgeWithIds(ClusterTemplate template, FactSheet sheet, Evidence evidence)
    {
        var site = sheet.Site.Workload!;
        var images = sheet.Reading(MagnumFacts.Images);
        var networks = sheet.Reading(MagnumFacts.Networks);
        var flavors = sheet.Reading(ComputeFacts.Flavors);
        (string Field, string Found, string Expected, Verdict? Dark)[] named =
        [
            ("image", template.Image, site.Image.Name, Dark(images)),
            ("external network", template.ExternalNetwork, site.ExternalNetwork, Dark(networks)),
            ("master flavor", template.MasterFlavor, site.MasterFlavor.Name, Dark(flavors)),
            ("flavor", template.WorkerFlavor, site.WorkerFlavor.Name, Dark(flavors)),
        ];
        var undecided = named.Where(one => one.Dark is not null && one.Found != one.Expected).ToArray();
        var verdict = Judge(
            Named(template, flavors.ValueOrDefault ?? []),
            site,
            [.. (images.ValueOrDefault ?? []).Select(image => image.Id)],
            [.. (networks.ValueOrDefault ?? []).Where(one => one.Name == site.ExternalNetwork).Select(one => one.Id)],
            evidence,
            [.. undecided.Select(one => one.Field)]
        );
        return verdict is Verdict.Kept && undecided.Length > 0 ? undecided[0].Dark! : verdict;
    }

    private static Verdict? Dark<T>(Reading<T> reading) =>
        reading is Reading<T>.Unread unread ? unread.ToVerdict() : null;

    /// <summary>With its flavors by name: Magnum keeps what was typed, a name or an id.</summary>
    public static ClusterTemplate Named(ClusterTemplate template, IReadOnlyList<Flavor> flavors) =>
        template with
        {
            MasterFlavor =
                flavors.FirstOrDefault(one => one.Id == template.MasterFlavor)?.Name ?? template.MasterFlavor,
            WorkerFlavor =
                flavors.FirstOrDefault(one => one.Id == template.WorkerFlavor)?.Name ?? template.WorkerFlavor,
        };

    /// <param name="imageIds">Ids that the image's name stands for: Magnum may store either.</param>
    /// <param name="networkIds">Ids that the external network's name stands for.</param>
    /// <param name="undecided">Fields of which nobody could say what they name.</param>
    public static Verdict Judge(
        ClusterTemplate template,
        SiteWorkload site,
        IReadOnlyCollection<string> imageIds,
        IReadOnlyCollection<string> networkIds,
        Evidence evidence,
        params IReadOnlyCollection<string> undecided
    )
    {
        var findings = Fields(template, site, imageIds, networkIds)
            .Where(field => field.Found != field.Expected && !undecided.Contains(field.Name))
            .Select(field => new Finding(
                $"the template {template.Name} has {field.Name} {field.Found ?? "none"}, not {field.Expected}",
                template.Name,
                field.Entry,
                evidence
            ));
        return Verdict.From(
            [.. findings],
            () =>
                $"{template.Name} is as written: {template.NetworkDriver}, "
                + $"{template.MasterFlavor}/{template.WorkerFlavor}, "
                + $"{string.Join(", ", site.Template.Labels.Select(l => $"{l.Key}={l.Value}"))}",
            evidence
        );
    }

    private static IEnumerable<(string Name, string? Found, string Expected, string? Entry)> Fields(
        ClusterTemplate template,
        SiteWorkload site,
        IReadOnlyCollection<string> imageIds,
        IReadOnlyCollection<string> networkIds
    )
    {
        var written = site.Template;
        yield return ("coe", template.Coe, written.Coe, null);
        if (!imageIds.Contains(template.Image))
            yield return ("image", template.Image, site.Image.Name, null);
        if (!networkIds.Contains(template.ExternalNetwork))
            yield return ("external network", template.ExternalNetwork, site.ExternalNetwork, null);
        foreach (var field in OwnFields(template, site))
            yield return field;
        foreach (var (label, value) in written.Labels)
            yield return ($"label {label}", template.Labels.GetValueOrDefault(label), value, null);
    }

    private static IEnumerable<(string Name, string? Found, string Expected, string? Entry)> OwnFields(
        ClusterTemplate template,
        SiteWorkload site
    )
    {
        var written = site.Template;
        yield return ("master flavor", template.MasterFlavor, site.MasterFlavor.Name, null);
        yield return ("flavor", template.WorkerFlavor, site.WorkerFlavor.Name, null);
        yield return ("master LB", Enabled(template.MasterLb), Enabled(written.MasterLbEnabled), null);
        yield return ("floating IP", Enabled(template.FloatingIp), Enabled(written.FloatingIpEnabled), null);
        yield return ("network driver", template.NetworkDriver, written.NetworkDriver, Docfix032.Id);
        yield return ("DNS nameserver", template.DnsNameserver, written.DnsNameserver, null);
        yield return ("docker storage driver", template.DockerStorageDriver, written.DockerStorageDriver, null);
    }

    private static string Enabled(bool it) => it ? "enabled" : "disabled";
}
