using Acceptance.Cloud.Twin.Faults.Hosts;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World;

public sealed partial class TwinWorld
{
    partial void BuildPersonas()
    {
        Management.PhaseChanged += FollowSshd;
        FollowSshd();
        foreach (var fault in HostFaults.All())
            Faults.Learn(fault);
    }

    /// <summary>Port 22 of the management VM's floating IP is open while its sshd answers.</summary>
    private void FollowSshd()
    {
        if (Management.Phase is ManagementPhase.Off or ManagementPhase.Booting)
            Listeners.Close(Management.Address, SshPort);
        else
            Listeners.Open(Management.Address, SshPort, $"ssh:{Plan.ManagementServer}");
    }

    private const int SshPort = 22;
}
