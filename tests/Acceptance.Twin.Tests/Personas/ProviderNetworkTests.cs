namespace Acceptance.Twin.Tests.Personas;

/// <summary>
/// D-057 as an operator meets it: the bridge has no carrier, floating IPs are dark, and whatever does not pass there
/// goes on.
/// </summary>
[TestFixture]
public sealed class ProviderNetworkTests
{
    private const string Ssh =
        "source ~/capi-mgmt-net.env; ssh -i ~/.ssh/id_ed25519 -o BatchMode=yes -o StrictHostKeyChecking=no -o "
        + "UserKnownHostsFile=/dev/null -o ConnectTimeout=10 ubuntu@\"$MGMT_FIP\" true";

    private OperatorShell _shell = null!;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    private async Task<string> Bridge() =>
        (
            await _shell.Run(
                $"juju exec --unit {_shell.Twin.World.Ovn.Chassis[0].Unit.Name} -- grep -H . "
                    + "/sys/class/net/br-ex/operstate /sys/class/net/br-ex/carrier"
            )
        ).Out;

    [Test]
    public async Task A_bridge_that_carries_says_so_and_the_management_VM_lets_us_in()
    {
        (await Bridge()).Should().Contain("br-ex/operstate:unknown").And.Contain("br-ex/carrier:1");
        (await _shell.Run(Ssh)).Exit.Should().Be(0);
    }

    [Test]
    public async Task Without_a_carrier_floating_IPs_are_dark_until_it_is_healed_and_juju_is_green()
    {
        _shell.Twin.Faults.Inject("D-057").Victim.Should().Contain("ovn-chassis/");
        (await Bridge()).Should().Contain("br-ex/operstate:down").And.NotContain("carrier:1");
        var (exit, _, stderr) = await _shell.Run(Ssh);
        exit.Should().Be(255);
        stderr.Should().Contain("Connection timed out");
        var api = $"/dev/tcp/{_shell.Twin.World.Management.Address}/{_shell.Twin.World.Plan.KubeApiPort}";
        (await _shell.Run($"bash -c 'exec 3<>{api}'")).Exit.Should().NotBe(0);
        (await _shell.Run("juju status --format=short | grep -c lost")).Out.Trim().Should().Be("0");

        _shell.Twin.Faults.Heal("D-057");
        (await _shell.Run(Ssh)).Exit.Should().Be(0);
        (await _shell.Run($"bash -c 'exec 3<>{api}'")).Exit.Should().Be(0);
    }
}
