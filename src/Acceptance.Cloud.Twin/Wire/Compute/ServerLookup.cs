using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>The server that a path names.</summary>
internal static class ServerLookup
{
    /// <summary>A server of the own project; an admin sees any by its id. A name in the path is no id: 404.</summary>
    public static NovaServer Server(this Nova nova, OpenStackRequest request) =>
        nova.Servers.FirstOrDefault(server =>
            server.Id == request["id"] && (request.Caller.IsAdmin || server.ProjectId == request.Caller.ProjectId)
        ) ?? throw new ApiRefusal(404, $"Instance {request["id"]} could not be found.");
}
