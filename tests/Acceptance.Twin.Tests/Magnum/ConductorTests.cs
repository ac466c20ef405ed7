using Acceptance.Twin.Tests.Infrastructure;
using Acceptance.Twin.Tests.Personas;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>
/// What the conductor's host tells of the driver on its disk and of the process that may not have it (D-042, L-P6-1).
/// </summary>
[TestFixture]
public sealed class ConductorTests
{
    private const string Look =
        "juju ssh magnum/0 -- 'pip3 show magnum-capi-helm | grep Version; "
        + "stat -c %Y /usr/local/lib/python3.10/dist-packages/magnum_capi_helm-*.dist-info/METADATA; "
        + "ps -ww -C magnum-conductor -o etimes=' </dev/null";

    [TestCase(12, "1.3.0", false)]
    [TestCase(13, "1.4.0", true)]
    public async Task A_driver_upgraded_under_the_process_is_younger_than_it(int seed, string version, bool younger)
    {
        await using var shell = new OperatorShell(new() { World = "accepted", Seed = seed });
        (await Read(shell)).Should().Be(("1.4.0", false));
        shell.Twin.Faults.Inject("D-042");
        (await Read(shell)).Should().Be((version, younger));
        shell.Twin.World.Clock.Advance(TimeSpan.FromSeconds(90));
        shell.Twin.World.Cluster().HealthStatus.Should().Be("UNHEALTHY");

        if (!younger)
            return;
        await shell.Run("juju ssh magnum/0 -- 'sudo systemctl restart magnum-conductor' </dev/null");
        shell.Twin.World.Clock.Advance(TimeSpan.FromSeconds(90));
        shell.Twin.World.Cluster().HealthStatus.Should().Be("HEALTHY", "the restart is the fix");
        (await Read(shell)).Should().Be(("1.4.0", false));
    }

    [TestCase("D-037")]
    [TestCase("D-037-overwritten")]
    public void Without_its_settings_the_conductor_finds_no_management_cluster(string fault)
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject(fault).Victim.Should().Be("magnum/0");
        var template = world.Prepare();
        var cluster = world.Ask(template);
        world.Pass(60);
        (cluster.Status, cluster.StatusReason)
            .Should()
            .Be(("CREATE_FAILED", "[Errno 2] No such file or directory: '/var/lib/magnum/.kube/config'"));

        faults.Heal(fault);
        var next = world.Ask(template);
        world.Pass(60);
        next.Status.Should().Be("CREATE_IN_PROGRESS");
    }

    [Test]
    public void A_file_that_is_written_over_is_lost_at_the_next_start_and_not_before()
    {
        var world = SmallWorld.New();
        var machine = world.Juju.Application("magnum").Units[0].Machine;
        machine.Files.Write("/etc/default/magnum-conductor", "");
        world.Conductor.ArgumentsOn(machine).Should().EndWith("--config-dir /etc/magnum/magnum.conf.d");
        world.Conductor.HasItsSettings.Should().BeTrue();
        world.Conductor.Restart();
        world.Conductor.ArgumentsOn(machine).Should().NotContain("--config-dir");
        world.Conductor.HasItsSettings.Should().BeFalse();
    }

    private static async Task<(string Version, bool Younger)> Read(OperatorShell shell)
    {
        var (exit, said, error) = await shell.Run(Look);
        exit.Should().Be(0, error);
        var lines = said.Split(new[] { '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries);
        var started =
            shell.Twin.World.Now.ToUnixTimeSeconds()
            - long.Parse(lines[2].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        return (
            lines[0]["Version: ".Length..],
            long.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture) > started + 1
        );
    }
}
