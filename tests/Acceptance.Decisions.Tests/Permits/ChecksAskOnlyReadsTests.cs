using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Tests.Permits;

/// <summary>What the checks ask of hosts must pass under observe, or the read-only gate is never green.</summary>
public class ChecksAskOnlyReadsTests
{
    private static string[] Commands =>
        [
            HostCommands.ManagementStatus,
            HostCommands.ConnectionStatus,
            HostCommands.HaProxyStat,
            HostCommands.InheritedScope,
            HostCommands.ReservedMemory(new() { ReservedHostMemoryMb = 8192 }),
            HostCommands.ReachOf(new("https://192.0.2.50:5000/v3")),
            HostCommands.Conductor(Facts.Management),
            HostCommands.DriverWritten(
                Facts.Answers(Facts.Says("magnum/0", "Location: /usr/local/lib/python3.10/dist-packages\n")),
                Facts.Management
            )!,
            HostCommands.AddressOnFile(Facts.Management),
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
