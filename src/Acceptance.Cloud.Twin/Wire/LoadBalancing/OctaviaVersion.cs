using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>What stands at the root of a version.</summary>
internal sealed class OctaviaVersion(string root) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get(root, _ => Name()), Route.Get($"{root}/lbaas", _ => Name())];

    private static WireAnswer Name() => WireAnswer.Text(200, "v2", "application/json");
}
