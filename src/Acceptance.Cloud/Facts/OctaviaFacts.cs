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
}
