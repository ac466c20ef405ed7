using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>The template equals the runbook's create, field by field (phase-08 8.0, DOCFIX-032), not merely found.</summary>
public static class TemplateIsAsWritten
{
    public static Check Check { get; } =
        new()
        {
            Id = "template-as-written",
            Promise = "every field of the cluster template is as written",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Templates, MagnumFacts.Images, MagnumFacts.Networks],
            Judgement = sheet =>
                sheet.Judge(MagnumFacts.Templates, (all, evidence) => JudgeNamed(all, sheet, evidence)),
        };

    // Images and networks only tell an id from a name: unread, the names are compared.
    private static Verdict JudgeNamed(IReadOnlyList<ClusterTemplate> all, FactSheet sheet, Evidence evidence)
    {
        var site = sheet.Site.Workload!;
        var images = sheet.Reading(MagnumFacts.Images).ValueOrDefault ?? [];
        var networks = sheet.Reading(MagnumFacts.Networks).ValueOrDefault ?? [];
        return all.Where(one => one.Name == site.Template.Name).ToArray() switch
        {
            [var template] => Judge(
                template,
                site,
                [.. images.Select(image => image.Id)],
                [.. networks.Where(one => one.Name == site.ExternalNetwork).Select(one => one.Id)],
                evidence
            ),
            [] => Verdict.NotKnown($"no template is called {site.Template.Name}", null, evidence),
            var several => Verdict.NotKnown(
                $"{several.Length} templates are called {site.Template.Name}: {string.Join(", ", several.Select(one => one.Uuid))}; keep one",
                null,
                evidence
            ),
        };
    }

    /// <param name="imageIds">Ids that the image's name stands for: Magnum may store either.</param>
    /// <param name="networkIds">Ids that the external network's name stands for.</param>
    public static Verdict Judge(
        ClusterTemplate template,
        SiteWorkload site,
        IReadOnlyCollection<string> imageIds,
        IReadOnlyCollection<string> networkIds,
        Evidence evidence
    )
    {
        List<Finding> findings = [];
        Compare("coe", template.Coe, site.Template.Coe);
        if (template.Image != site.Image.Name && !imageIds.Contains(template.Image))
            Compare("image", template.Image, site.Image.Name);
        if (template.ExternalNetwork != site.ExternalNetwork && !networkIds.Contains(template.ExternalNetwork))
            Compare("external network", template.ExternalNetwork, site.ExternalNetwork);
        Compare("master flavor", template.MasterFlavor, site.MasterFlavor.Name);
        Compare("flavor", template.WorkerFlavor, site.WorkerFlavor.Name);
        Compare("master LB", Enabled(template.MasterLb), Enabled(site.Template.MasterLbEnabled));
        Compare("floating IP", Enabled(template.FloatingIp), Enabled(site.Template.FloatingIpEnabled));
        Compare("network driver", template.NetworkDriver, site.Template.NetworkDriver, Docfix032.Id);
        Compare("DNS nameserver", template.DnsNameserver, site.Template.DnsNameserver);
        Compare("docker storage driver", template.DockerStorageDriver, site.Template.DockerStorageDriver);
        foreach (var (label, value) in site.Template.Labels)
            Compare($"label {label}", template.Labels.GetValueOrDefault(label), value);
        return Verdict.From(
            findings,
            () =>
                $"{template.Name} is as written: {template.NetworkDriver}, {template.MasterFlavor}/{template.WorkerFlavor}, {string.Join(", ", site.Template.Labels.Select(l => $"{l.Key}={l.Value}"))}",
            evidence
        );

        void Compare(string field, string? found, string expected, string? entry = null)
        {
            if (found != expected)
                findings.Add(
                    new Finding(
                        $"the template {template.Name} has {field} {found ?? "none"}, not {expected}",
                        template.Name,
                        entry,
                        evidence
                    )
                );
        }
    }

    private static string Enabled(bool it) => it ? "enabled" : "disabled";
}
