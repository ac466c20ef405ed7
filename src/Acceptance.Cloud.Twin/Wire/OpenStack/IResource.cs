namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// One resource of a service (servers, ports, load balancers): its routes, and what their handlers need, given when it
/// is made. A service is the list of its resources.
/// </summary>
internal interface IResource
{
    IReadOnlyList<Route> Routes { get; }
}
