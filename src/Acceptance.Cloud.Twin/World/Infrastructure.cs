using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>Nova, Neutron and Octavia: what servers, networks and load balancers are made with.</summary>
internal sealed record Infrastructure(Neutron Network, Nova Compute, Octavia LoadBalancing);
