using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Facts;

/// <summary>Load balancers and amphorae, as administrator, and the room for one more.</summary>
public static class OctaviaFacts
{
    public static FactKey<IReadOnlyList<LoadBalancer>> LoadBalancers { get; } =
        FactKey<IReadOnlyList<LoadBalancer>>.Moving(
            "load balancers",
            source => source.Cloud.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin)
        );

    public static FactKey<IReadOnlyList<Amphora>> Amphorae { get; } =
        FactKey<IReadOnlyList<Amphora>>.Moving("amphorae", source => source.Cloud.OpenStack.LoadBalancing.Amphorae());

    public static FactKey<IReadOnlyList<ResourceProvider>> Providers { get; } =
        FactKey<IReadOnlyList<ResourceProvider>>.Moving(
            "resource providers",
            source => source.Cloud.OpenStack.Placement.Providers()
        );

    /// <summary>The providers that can take one amphora of the site's size.</summary>
    public static FactKey<IReadOnlyList<string>> AmphoraCandidates { get; } =
        FactKey<IReadOnlyList<string>>.Moving(
            "amphora candidates",
            source =>
                source.Cloud.OpenStack.Placement.Candidates(
                    source.Site.Octavia!.AmphoraRamMb,
                    source.Site.Octavia.AmphoraVcpus,
                    source.Site.Octavia.AmphoraDiskGb
                )
        );

    /// <summary>The charm that looks for amphora images by their tag.</summary>
    public const string Seeker = "octavia";

    /// <summary>The charm that builds amphora images, and stamps them with a tag.</summary>
    public const string Stamper = "octavia-diskimage-retrofit";

    /// <summary>By which tag amphora images are looked for, and with which they are stamped (LP #1937003).</summary>
    public static FactKey<IReadOnlyList<AmphoraImageTag>> ImageTags { get; } =
        FactKey<IReadOnlyList<AmphoraImageTag>>.Moving(
            "amphora image tags",
            source => source.From(JujuFacts.Model, model => AskTags(source.Cloud.Juju, model)),
            JujuFacts.Model
        );

    private static async Task<Reading<IReadOnlyList<AmphoraImageTag>>> AskTags(IJuju juju, JujuModel model)
    {
        JujuApplication[] told = [.. model.Applications.Where(one => one.CharmName is Seeker or Stamper)];
        var options = await Task.WhenAll(told.Select(one => juju.Option(one.Name, "amp-image-tag")));
        return options.OfType<Reading<string>.Unread>().FirstOrDefault() is { } unread
            ? unread.As<IReadOnlyList<AmphoraImageTag>>()
            : new Reading<IReadOnlyList<AmphoraImageTag>>.Seen(
                [
                    .. told.Zip(
                        options,
                        (one, option) => new AmphoraImageTag(one.Name, one.CharmName, option.ValueOrDefault ?? "")
                    ),
                ],
                Evidence.Joined([.. options.OfType<Reading<string>.Seen>().Select(seen => seen.Evidence)])
            );
    }
}
