using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// DOCFIX-032: the template pins a network that the chart does not package; a cluster made from it never has a Ready
/// node.
/// </summary>
internal static class WrongNetworkDriver
{
    private const string NotPackaged = "flannel";

    public static Fault Of()
    {
        (ClusterTemplate Template, string? Driver)? pinned = null;
        return new Fault(
            "DOCFIX-032",
            "The cluster template pins flannel, which the chart does not package: "
                + "nodes of clusters made from it stay NotReady.",
            world =>
            {
                if (
                    world.Magnum.Templates.All.Find(one =>
                        one.Name == world.Plan.Template && one.ProjectId == world.Plan.CapiProjectId
                    )
                    is not { } template
                )
                    return null;
                pinned = (template, template.NetworkDriver);
                template.NetworkDriver = NotPackaged;
                return template.Name;
            },
            _ =>
            {
                if (pinned is { } was)
                    was.Template.NetworkDriver = was.Driver;
            }
        );
    }
}
