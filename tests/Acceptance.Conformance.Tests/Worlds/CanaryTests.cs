namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>
/// The jumphost of the runbooks is itself the hypervisor. A canary lies at each path that phase-00 destroys, on this
/// machine: it survives.
/// </summary>
[NonParallelizable]
public sealed class CanaryTests
{
    private static readonly string[] Paths =
    [
        .. from host in new[] { "openstack0", "openstack1", "openstack2", "openstack3" }
        from disk in new[] { "", "-1" }
        select $"/var/lib/libvirt/images/{host}{disk}.qcow2",
        "/etc/libvirt/qemu/networks/8_lbaas.xml",
        "/etc/libvirt/qemu/networks/autostart/8_lbaas.xml",
    ];

    /// <summary>
    /// phase-00 step 4, as the runbook has it, then the same by the hands that no program of the twin sees.
    /// </summary>
    private const string Block = """
        OWNER="root:root"; MODE="600"
        for host in openstack0 openstack1 openstack2 openstack3; do
          f="/var/lib/libvirt/images/${host}-1.qcow2"
          echo "=== Wiping $f ==="
          sudo rm -f "$f"
          sudo qemu-img create -f qcow2 "$f" 512G
          sudo chown "$OWNER" "$f"; sudo chmod "$MODE" "$f"
        done
        for host in openstack0 openstack1 openstack2 openstack3; do
          sudo qemu-img info "/var/lib/libvirt/images/${host}-1.qcow2" | grep -E 'virtual size|disk size'
        done
        sudo virsh net-destroy 8_lbaas; sudo virsh net-undefine 8_lbaas
        rm -f "$f"; /usr/bin/rm -f /var/lib/libvirt/images/openstack0.qcow2
        mv "$f" ~/taken; cp /etc/hostname "$f"; truncate -s 0 "$f"
        echo x > /var/lib/libvirt/images/openstack1.qcow2
        sudo sh -c 'rm -f /var/lib/libvirt/images/openstack2.qcow2; echo x > /etc/libvirt/qemu/networks/8_lbaas.xml'
        """;

    private readonly List<(string Path, string Text)> _canaries = [];
    private readonly List<string> _folders = [];

    [SetUp]
    public void Place()
    {
        foreach (var path in Paths.Where(path => !File.Exists(path)))
        {
            try
            {
                MakeFolder(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, $"canary {Guid.NewGuid()}");
                _canaries.Add((path, File.ReadAllText(path)));
            }
            catch (UnauthorizedAccessException)
            {
                TestContext.Out.WriteLine(
                    $"No canary at {path}: this user cannot write there, and so cannot destroy there either."
                );
            }
        }
    }

    [TearDown]
    public void Remove()
    {
        foreach (var (path, _) in _canaries)
            File.Delete(path);
        foreach (var folder in Enumerable.Reverse(_folders))
            Directory.Delete(folder);
        _canaries.Clear();
        _folders.Clear();
    }

    [Test]
    public async Task What_phase_00_destroys_is_the_twins()
    {
        var script = Path.Combine(TestContext.CurrentContext.WorkDirectory, "phase-00-4.sh");
        await File.WriteAllTextAsync(script, Block);

        var ran = await TwinRun.Of(
            ["--world", "deployed-before-teardown"],
            [
                "bash",
                "-c",
                "for host in openstack0 openstack1 openstack2 openstack3; do sudo virsh destroy $host; done; "
                    + $"bash {script}",
            ]
        );

        ran.Output.Should()
            .Contain("=== Wiping /var/lib/libvirt/images/openstack3-1.qcow2 ===")
            .And.Contain("virtual size: 512 GiB", Exactly.Times(4), ran.Error);
        TestContext.Out.WriteLine($"{_canaries.Count} canaries of {Paths.Length}");
        foreach (var (path, text) in _canaries)
            File.ReadAllText(path).Should().Be(text, path);
    }

    /// <summary>Where the kernel has a fence, a program that is no persona is held too.</summary>
    [Test]
    public async Task A_program_that_the_twin_does_not_play_cannot_write_there_either()
    {
        var path = _canaries.Select(canary => canary.Path).FirstOrDefault() ?? "/etc/hostname";
        var before = await File.ReadAllTextAsync(path);
        var ran = await TwinRun.Of([], ["python3", "-c", $"import os; open('{path}', 'w')"]);
        (await File.ReadAllTextAsync(path)).Should().Be(before);
        ran.Exit.Should().Be(1);
        ran.Error.Should().Contain("PermissionError");
    }

    [TestCase("rm -rf /usr/lib/python3", 64, "rm: not emulated: /usr/lib/python3 lies outside of the twin")]
    [TestCase("sudo dd if=/dev/zero of=/dev/sda", 64, "not emulated: /dev/sda lies outside of the twin")]
    [TestCase("cd /etc && touch acceptance-canary", 1, "Permission denied")]
    [TestCase(
        "sudo tee /etc/acceptance-canary <<<written; test -e /etc/acceptance-canary || sudo cat /etc/acceptance-canary",
        0,
        ""
    )]
    [TestCase("sudo rm -rf /", 64, "not emulated")]
    [TestCase("sudo systemctl stop libvirtd", 64, "systemctl: not emulated: systemctl stop libvirtd on the jumphost")]
    [TestCase("sudo systemctl reload nginx", 0, "")]
    [TestCase(
        "sudo sed -i 's/proxy_pass/proxy_past/' /etc/nginx/sites-available/horizon-proxy; sudo systemctl reload nginx",
        1,
        "Job for nginx.service failed"
    )]
    public async Task What_would_be_written_outside_is_mapped_or_refused(string typed, int exit, string says)
    {
        // By a file that the text only names, so that nothing reads it before it runs.
        var script = Path.Combine(
            TestContext.CurrentContext.WorkDirectory,
            $"outside-{Math.Abs(typed.GetHashCode(StringComparison.Ordinal))}.sh"
        );
        await File.WriteAllTextAsync(script, typed + "\n");
        var ran = await TwinRun.Of([], ["bash", "-c", $". {script}"]);
        if (says.Length > 0)
            ran.Error.Should().Contain(says);
        ran.Exit.Should().Be(exit, ran.Error);
        File.Exists("/etc/acceptance-canary").Should().BeFalse();
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        MakeFolder(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        _folders.Add(folder);
    }
}
