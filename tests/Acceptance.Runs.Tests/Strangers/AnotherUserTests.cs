using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Strangers;

/// <summary>
/// Another user of the machine, beside a served twin and a run: in folders that anybody may enter, so that nothing but
/// the modes of our own folders, the kernel's word on whose a connection is, and our refusals stand in the way.
/// </summary>
[CancelAfter(900_000)]
public sealed class AnotherUserTests
{
    private const UnixFileMode Anybodys =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>Where a link leads is not ours.</summary>
    private static readonly EnumerationOptions Deep = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>What the SDK leaves in a home, with modes of its own and nothing of ours.</summary>
    private static readonly string[] OfDotnet = [".dotnet", ".local", ".nuget"];

    private string _folder = "";

    private string Home => Path.Combine(_folder, "home");

    private string Lists => Path.Combine(_folder, "lists");

    [SetUp]
    public void Open()
    {
        AnotherUser.Need();
        _folder = Directory.CreateTempSubdirectory("beside-another-user-").FullName;
        File.SetUnixFileMode(_folder, Anybodys);
        Directory.CreateDirectory(Home, Anybodys);
        Directory.CreateDirectory(Lists, Anybodys);
    }

    [TearDown]
    public void Close()
    {
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Gets_nothing_writes_nothing_and_ends_nothing(CancellationToken cancel)
    {
        await using var twin = await ServedTwin.Beside("accepted", 9, Home, cancel);
        File.SetUnixFileMode(twin.Folder, Anybodys);
        await Run("Category=D-011.2").Ended(cancel);
        using var run = Run("Category=Acceptance");
        await run.Printed(line => line.StartsWith("acceptance: site", StringComparison.Ordinal), cancel);

        Living[] ours = [.. new Living(twin.Process).Tree(), .. new Living(run.Id).Tree()];
        await ListAll(twin, ours);
        var before = Sizes(twin.Home);
        var tried = await Tried.By("tries.sh", Lists);
        TestContext.Out.WriteLine($"{tried}, at {ours.Length} processes");

        tried.Got.Should().BeEmpty();
        tried.Count.Should().BeGreaterThan(500);
        Sizes(twin.Home).Should().BeEquivalentTo(before);
        (await run.Ended(cancel)).Should().Be(0, run.Output);
        (await twin.Log(cancel)).Should().BeEmpty("a stranger's request is none");
    }

    [Test]
    public async Task A_crowd_of_connections_leaves_a_twin_as_it_was(CancellationToken cancel)
    {
        await using var twin = await ServedTwin.Beside("accepted", 9, Home, cancel);
        var process = new Living(twin.Process);
        await List("ports", process.Ports());
        await Tried.By("crowd.sh", Lists, "100");
        var (memory, descriptors) = (process.Resident, process.Descriptors);
        var tried = await Tried.By("crowd.sh", Lists, "2000");
        var (grown, opened) = (process.Resident - memory, process.Descriptors - descriptors);
        TestContext.Out.WriteLine($"{tried}; {grown >> 20} MiB and {opened} descriptors more");

        tried.Got.Should().BeEmpty();
        tried.Count.Should().Be(2000);
        grown.Should().BeLessThan(64 << 20);
        opened.Should().BeLessThan(50);
        (await twin.Log(cancel)).Should().BeEmpty("a stranger's request is none");
    }

    /// <summary>Those of 127.0.0.1 are the runner's own: it speaks with its host there.</summary>
    private static bool IsOfATwin(string port) => !port.StartsWith("127.0.0.1 ", StringComparison.Ordinal);

    private Program Run(string filter) =>
        new(
            Clone.This.Root,
            ["dotnet", "test", Clone.This.Features, "--filter", filter],
            ("HOME", Home),
            ("ACCEPTANCE_REPORTS", Path.Combine(_folder, "reports")),
            ("ACCEPTANCE_STATE", Path.Combine(_folder, "state"))
        );

    private async Task ListAll(ServedTwin twin, Living[] ours)
    {
        await List("ports", ours.SelectMany(one => one.Ports()).Where(IsOfATwin).Distinct());
        await List("pids", ours.Select(one => $"{one.Id}"));
        await List("files", [.. Within(_folder), .. Within(twin.Folder), .. Within(Home)]);
        await List("pages", [$"{twin.Control.Host} {twin.Control.Port} {twin.Control.AbsolutePath}state"]);
    }

    private Task List(string name, IEnumerable<string> lines) =>
        File.WriteAllLinesAsync(Path.Combine(Lists, name), lines);

    /// <summary>Each folder, with a slash at its end, and each file that is ours and lies in a folder of anybody's.
    /// </summary>
    private IEnumerable<string> Within(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Where(entry => entry != Home && entry != Lists && !OfDotnet.Contains(Path.GetFileName(entry)))
            .SelectMany(entry => Directory.Exists(entry) ? [$"{entry}/", .. Below(entry)] : (string[])[entry]);

    private static IEnumerable<string> Below(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder, "*", Deep)
            .Select(entry => Directory.Exists(entry) ? $"{entry}/" : entry);

    private static Dictionary<string, long> Sizes(string folder) =>
        Directory.EnumerateFiles(folder, "*", Deep).ToDictionary(file => file, file => new FileInfo(file).Length);
}
