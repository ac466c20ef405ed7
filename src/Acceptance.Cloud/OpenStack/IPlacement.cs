namespace Acceptance.Cloud.OpenStack;

/// <summary>Placement: the one that says whether there is room (DESIGN 7).</summary>
public interface IPlacement
{
    Task<Reading<IReadOnlyList<ResourceProvider>>> Providers(CancellationToken cancel = default);

    /// <summary>Names of the providers that can take the resources (GET allocation_candidates).</summary>
    Task<Reading<IReadOnlyList<string>>> Candidates(
        int ramMb,
        int vcpus,
        int diskGb,
        CancellationToken cancel = default
    );
}
