using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Management;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// The management cluster's API at its VM's floating IP. While it converges, the first connection hangs in the
/// handshake and, until half of the time has passed, others are cut there; then it answers 503 (ops-capi-recovery 0:
/// noise, not a fault).
/// </summary>
internal sealed class ManagementApiService(TwinWorld world) : KubernetesService(world)
{
    private DateTimeOffset? _hungFor;

    public override string Role => "mgmt-api";

    protected override KubeCluster? ClusterOf(string role) => World.Management.Kube;

    protected override string? Trouble(string role) =>
        World.Management.Phase == ManagementPhase.Ready ? null : "the server is currently unable to handle the request";

    public override async ValueTask<bool> Admit(ConnectionContext connection, string role)
    {
        bool early,
            first;
        lock (World.Gate)
        {
            if (World.Management.Phase != ManagementPhase.Converging)
                return true;
            var (from, until) = (World.Management.ConvergesAt!.Value, World.Management.ReadyAt!.Value);
            early = World.Now < from + (until - from) / 2;
            first = _hungFor != from;
            _hungFor = from;
        }

        if (!early)
            return true;
        if (!first)
            return false;
        await WallClock.Pass(Timeout.InfiniteTimeSpan, connection.ConnectionClosed);
        return false;
    }
}
