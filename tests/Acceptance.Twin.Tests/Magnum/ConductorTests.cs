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
