using Acceptance.Cloud.Live.Kubernetes;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>A kubeconfig lives as long as its run, and no longer than until the next one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RunKubeconfigsTests : IDisposable
{
    private const UnixFileMode File0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Uri Server = new("https://198.51.100.8:6443");

    private readonly string _home = Directory.CreateTempSubdirectory("run-kubeconfigs-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private string All => Path.Combine(_home, ".acceptance");

    /// <summary>What a run leaves that SIGKILL ended: its folder, and a lock that nobody holds.</summary>
    private string Killed(string run, bool locked)
    {
        var folder = Path.Combine(All, run);
        Directory.CreateDirectory(All, File0600 | UnixFileMode.UserExecute);
        Directory.CreateDirectory(folder, File0600 | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(folder, "kubeconfig-1"), "a token");
        if (!locked)
            return folder;
        File.WriteAllText(folder + ".lock", "");
        File.SetUnixFileMode(folder + ".lock", File0600);
        return folder;
    }

    [TestCase(true)]
    [TestCase(false, Description = "of a version that knew no locks")]
    public void What_a_killed_run_left_is_swept_by_the_next(bool locked)
    {
        Killed("run-dead", locked);
        using (new RunKubeconfigs(_home, "run-new"))
            Directory.GetFileSystemEntries(All).Should().BeEmpty();
    }

    [Test]
    public void What_a_run_that_lives_keeps_stays_and_goes_with_it()
    {
        string kept;
        using (var living = new RunKubeconfigs(_home, "run-1"))
        {
            kept = living.Keep(Server, "a token");
            using var next = new RunKubeconfigs(_home, "run-2");
            next.Keep(Server, "another token").Should().NotBe(kept);
            File.ReadAllText(kept).Should().Be("a token");
            File.GetUnixFileMode(kept).Should().Be(File0600);
        }

        File.Exists(kept).Should().BeFalse();
        Directory.GetFileSystemEntries(All).Should().BeEmpty();
    }

    [Test]
    public void The_newer_kubeconfig_of_a_server_replaces_the_older()
    {
        using var run = new RunKubeconfigs(_home, "run-1");
        var kept = run.Keep(Server, "an older token");
        run.Keep(new Uri("https://198.51.100.9:6443"), "another's").Should().NotBe(kept);
        run.Keep(Server, "a newer token").Should().Be(kept);
        File.ReadAllText(kept).Should().Be("a newer token");
        Directory.GetFiles(Path.GetDirectoryName(kept)!).Should().HaveCount(2);
    }

    [Test]
    public void In_a_folder_that_others_may_write_nothing_is_swept_and_nothing_kept()
    {
        var left = Killed("run-dead", locked: true);
        File.SetUnixFileMode(All, File0600 | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        using var next = new RunKubeconfigs(_home, "run-new");
        Directory.Exists(left).Should().BeTrue();
        next.Invoking(one => one.Keep(Server, "a token")).Should().Throw<Exception>().WithMessage($"*chmod 700 {All}*");
    }
}
