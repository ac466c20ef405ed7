using System.Runtime.InteropServices;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sites;
using Acceptance.Runs;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Journals;

/// <summary>
/// What a run believes of its own state nobody else has written, and nobody else reads; what waits there under a known
/// name leads it nowhere.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StateOfOursAloneTests : IDisposable
{
    private const UnixFileMode File0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder0700 = File0600 | UnixFileMode.UserExecute;
    private const UnixFileMode Readable =
        Folder0700
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private readonly StateFolder _state = new();
    private readonly HandClock _clock = new();

    public void Dispose() => _state.Dispose();

    private string Cloud => Path.Combine(_state.Path, "cloud");

    /// <summary>A file of the operator's beside the state, which a planted link leads to.</summary>
    private string Operators()
    {
        var file = Path.Combine(_state.Path, "operators-file");
        File.WriteAllText(file, "the operator's");
        return file;
    }

    private static Task Make(Journal journal) =>
        journal.Do("create", "cluster", "edge-1", null, () => Read.Seen("uuid-1"), uuid => uuid);

    private KubeconfigFile Kubeconfig(string cluster) =>
        new(Cloud, cluster, _ => throw new InvalidOperationException(), new FactBook(NoCloud()));

    private static string Refusal(Action opening) => opening.Should().Throw<Exception>().Which.Message;

    [Test]
    public async Task Journal_lock_holder_and_kubeconfig_are_for_their_owner_alone()
    {
        await Make(new Journal(Cloud, "run-1", _clock));
        await using var held = CloudLock.Take(Cloud, "run-1", _clock.Now);
        Kubeconfig("edge-1").Write("apiVersion: v1");
        Directory
            .GetFiles(Cloud, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Cloud, file), File.GetUnixFileMode(file)))
            .Should()
            .BeEquivalentTo([
                ("journal.ndjson", File0600),
                ("lock", File0600),
                ("holder", File0600),
                ("kubeconfigs/edge-1/config", File0600),
            ]);
        Directory
            .GetDirectories(Cloud, "*", SearchOption.AllDirectories)
            .Append(Cloud)
            .Select(File.GetUnixFileMode)
            .Should()
            .HaveCount(3)
            .And.OnlyContain(mode => mode == Folder0700);
    }

    [Test]
    public void A_kubeconfig_that_a_newer_one_replaced_is_swept()
    {
        Kubeconfig("edge-1").Write("apiVersion: v1");
        var newer = Kubeconfig("edge-2").Write("apiVersion: v1");
        Directory
            .GetFileSystemEntries(Cloud, "*", SearchOption.AllDirectories)
            .Should()
            .Contain(newer)
            .And.HaveCount(3);
    }

    [Test]
    public void What_a_killed_run_was_writing_is_swept_at_the_next_start()
    {
        var part = Path.Combine(
            Path.GetDirectoryName(Kubeconfig("edge-1").Write("apiVersion: v1"))!,
            $".config.{new string('a', 32)}"
        );
        File.WriteAllText(part, "a token");
        File.WriteAllText(part + ".held", "");
        PrivateFolder.Own(Cloud).SweepUnfinished();
        Directory.GetFiles(Path.GetDirectoryName(part)!).Should().ContainSingle().Which.Should().EndWith("/config");
    }

    [Test]
    public void What_an_earlier_version_left_readable_is_so_no_more()
    {
        Directory.CreateDirectory(Cloud, Readable);
        var journal = Path.Combine(Cloud, "journal.ndjson");
        File.WriteAllText(journal, "");
        File.SetUnixFileMode(journal, Readable & ~Folder0700 | File0600);
        _ = new Journal(Cloud, "run-1", _clock);
        File.GetUnixFileMode(journal).Should().Be(File0600);
    }

    [TestCase(UnixFileMode.OtherWrite, "702")]
    [TestCase(UnixFileMode.GroupWrite, "720")]
    public async Task A_state_that_others_may_write_is_refused_before_anything_is_asked(UnixFileMode more, string mode)
    {
        File.SetUnixFileMode(_state.Path, Folder0700 | more);
        var run = new AcceptanceRun(Settings(), Source(), _clock, _ => { });
        var refused = await run.Awaiting(one => one.Open()).Should().ThrowAsync<VerdictException>();
        refused
            .Which.Message.Should()
            .Contain($"the folder {_state.Path} may be written by others (mode {mode})")
            .And.Contain($"chmod 700 {_state.Path}");
        Directory.GetFileSystemEntries(_state.Path).Should().BeEmpty("nothing is written there either");
    }

    [Test]
    public void A_state_that_another_user_owns_is_refused()
    {
        // Who is not root cannot give a folder away, and finds one of root's everywhere.
        var (folder, owner) =
            Environment.UserName == "root" && Own(_state.Path, 65534, 65534) == 0 ? (_state.Path, 65534) : ("/etc", 0);
        Refusal(() => _ = new Journal(folder, "run-1", _clock))
            .Should()
            .Contain($"the folder {folder} belongs to another user (uid {owner})")
            .And.Contain("chown ");
    }

    [Test]
    public void A_folder_that_users_share_is_not_to_be_mended_with_chmod()
    {
        File.SetUnixFileMode(_state.Path, Readable | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);
        Refusal(() => _ = new Journal(_state.Path, "run-1", _clock))
            .Should()
            .Contain("name a folder of your own")
            .And.NotContain("chmod");
    }

    [Test]
    public void A_journal_that_others_may_write_is_refused()
    {
        File.WriteAllText(_state.Journal, "");
        File.SetUnixFileMode(_state.Journal, File0600 | UnixFileMode.OtherWrite);
        Refusal(() => _ = new Journal(_state.Path, "run-1", _clock)).Should().Contain($"chmod 600 {_state.Journal}");
    }

    [Test]
    public void A_journal_that_is_a_link_is_refused_and_what_it_leads_to_is_left()
    {
        var victim = Operators();
        File.CreateSymbolicLink(_state.Journal, victim);
        Refusal(() => _ = new Journal(_state.Path, "run-1", _clock)).Should().Contain($"rm {_state.Journal}");
        File.ReadAllText(victim).Should().Be("the operator's");
    }

    [Test]
    public async Task A_link_that_takes_the_journals_place_during_a_run_is_not_added_to()
    {
        var journal = new Journal(_state.Path, "run-1", _clock);
        var victim = Operators();
        File.CreateSymbolicLink(_state.Journal, victim);
        await journal.Awaiting(Make).Should().ThrowAsync<Exception>();
        File.ReadAllText(victim).Should().Be("the operator's");
    }

    [Test]
    public async Task A_link_planted_as_the_holder_is_replaced_and_never_written_through()
    {
        var victim = Operators();
        var holder = Path.Combine(_state.Path, "holder");
        File.CreateSymbolicLink(holder, victim);
        await using var held = CloudLock.Take(_state.Path, "run-1", _clock.Now);
        File.ReadAllText(victim).Should().Be("the operator's");
        new FileInfo(holder).LinkTarget.Should().BeNull();
        File.ReadAllText(holder).Should().Contain("run run-1");
    }

    [Test]
    public void A_link_planted_as_the_lock_makes_no_file_elsewhere()
    {
        var elsewhere = Path.Combine(_state.Path, "elsewhere");
        var planted = Path.Combine(_state.Path, "lock");
        File.CreateSymbolicLink(planted, elsewhere);
        Refusal(() => CloudLock.Take(_state.Path, "run-1", _clock.Now)).Should().Contain($"rm {planted}");
        File.Exists(elsewhere).Should().BeFalse();
    }

    private RunSettings Settings() => new("twin", null, [], _state.Path, _state.Path, _state.Path);

    private static ICloudSource Source() =>
        Port<ICloudSource>.That((nameof(ICloudSource.OpenSite), _ => Task.FromResult(NoCloud())));

    /// <summary>A cloud that nobody may ask anything.</summary>
    private static ICloud NoCloud() =>
        Port<ICloud>.That(
            (nameof(ICloud.Site), _ => new Site { Name = "edge-lab", Credentials = new SiteCredentials() }),
            (nameof(IAsyncDisposable.DisposeAsync), _ => ValueTask.CompletedTask)
        );

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int Own([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int user, int group);
}
