using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Tests.Permits;

/// <summary>What the checks ask of hosts must pass under observe, or the read-only gate is never green.</summary>
public class ChecksAskOnlyReadsTests
{
    private static string[] Commands =>
        [
            ManagementIsReady.Command,
            EveryChassisIsConnected.Command,
            NoBackendIsDown.Command,
            ScopesAreApart.Command,
            EveryComputeUnitReserves.Command(new() { ReservedHostMemoryMb = 8192 }),
            TenantReachesTheVip.Command(new("https://192.0.2.50:5000/v3")),
            TheConductorRunsTheDriver.Command(Facts.Management),
            TheConductorRunsTheDriver.WrittenCommand(
                Facts.Answers(Facts.Says("magnum/0", "Location: /usr/local/lib/python3.10/dist-packages\n")),
                Facts.Management
            )!,
            "grep -E '^(export )?MGMT_FIP=' ~/net.env",
            "VAULT_ADDR=http://127.0.0.1:8200 vault status -format=json",
        ];

    [TestCaseSource(nameof(Commands))]
    public void A_check_asks_under_observe(string command)
    {
        ShellText.Permit(command).Should().Be(Permit.Observe);
        PermitTable
            .ForArgv(["juju", "exec", "-m", "edge:openstack", "--unit", "a/0", "--format=json", "--", command])
            .Should()
            .Be(Permit.Observe);
        PermitTable.ForArgv(["ssh", "-i", "key", "-o", "BatchMode=yes", "u@h", command]).Should().Be(Permit.Observe);
        PermitTable.ForArgv(["bash", "-c", command]).Should().Be(Permit.Observe);
    }
}
