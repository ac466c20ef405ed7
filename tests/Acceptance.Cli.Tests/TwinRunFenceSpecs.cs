using Acceptance.Cli.Twins.Fence;

namespace Acceptance.Cli.Tests;

/// <summary>What CMD may not do, no program of the twin does for it.</summary>
public sealed class TwinRunFenceSpecs
{
    private const string Writes = """
        source ~/capi-mgmt-net.env
        guest=ubuntu@$MGMT_FIP
        touch OUTSIDE/plain 2>/dev/null && exit 99
        juju export-bundle --filename OUTSIDE/bundle; echo $?
        juju status -o OUTSIDE/status; echo $?
        scp $guest:/etc/hostname OUTSIDE/scp; echo $?
        ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=OUTSIDE/hosts $guest true </dev/null; echo $?
        (cd ~/.twin/hosts/guest-*/home/ubuntu && ln -s OUTSIDE/link link) || exit 98
        echo x > note; scp note $guest:link; echo $?
        ln -s OUTSIDE ~/.twin/hosts/jumphost/etc/link
        TWIN_SUDO=1 touch /etc/link/made/file; echo $?
        juju export-bundle --filename here; test -s here && echo here
        """;

    private string _outside = "";

    /// <summary>Neither a home of a twin's nor a temporary folder.</summary>
    [SetUp]
    public void Open()
    {
        if (!Containment.IsKnown)
            Assert.Ignore("this kernel has no Landlock (Linux 5.13 and later)");
        _outside = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"outside-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_outside);
    }

    [TearDown]
    public void Close()
    {
        if (_outside.Length > 0)
            Directory.Delete(_outside, recursive: true);
    }

    [Test]
    public async Task No_persona_writes_where_its_caller_may_not()
    {
        var ran = await RanProgram.Of([
            "twin",
            "run",
            "--",
            "bash",
            "-c",
            Writes.Replace("OUTSIDE", _outside, StringComparison.Ordinal),
        ]);

        Directory.EnumerateFileSystemEntries(_outside).Should().BeEmpty(ran.Output + ran.Error);
        ran.Output.Should().Be("1\n1\n1\n0\n1\n1\nBundle successfully exported to here\nhere\n", ran.Error);
        ran.Error.Should()
            .Contain($"ERROR open {_outside}/bundle: permission denied\n")
            .And.Contain($"scp: dest open \"{_outside}/scp\": Permission denied\n")
            .And.Contain($"Failed to add the host to the list of known hosts ({_outside}/hosts).");
    }
}
