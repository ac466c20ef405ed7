using Acceptance.Cloud;
using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Live.Captures;

namespace Acceptance.Live.Tests.Baselines;

/// <summary>Captures are believed where nobody else may have written them, and where each is one.</summary>
public sealed class CaptureFolderTests
{
    private const string Whole = """
        {"format": 1, "taken": "2026-11-04T21:00:00Z", "site": "edge", "controller": "uuid-1", "outcome": "FAIL",
         "lowestRed": "vault", "checks": [{"check": "a"}, {"check": "b"}]}
        """;

    private string _folder = "";

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("captures-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_a_capture_says_of_its_run_is_read()
    {
        Hold("20261104T210000Z.capture.json", Whole);
        Hold("20261105T210000Z.capture.json", Whole.Replace("11-04", "11-05").Replace("FAIL", "PASS"));
        Hold("notes.txt", "of no matter");
        var all = (await new CaptureFolder(_folder).All()).Value();
        all.Select(one => one.Outcome.Word).Should().Equal("PASS", "FAIL");
        all[1]
            .Should()
            .BeEquivalentTo(
                new Capture(
                    "20261104T210000Z.capture.json",
                    new DateTimeOffset(2026, 11, 4, 21, 0, 0, TimeSpan.Zero),
                    "uuid-1",
                    CaptureOutcome.Fail,
                    2,
                    "vault"
                )
            );
    }

    [Test]
    public async Task A_folder_that_is_not_there_yet_holds_none() =>
        (await new CaptureFolder(Path.Combine(_folder, "none")).All()).Value().Should().BeEmpty();

    [Test]
    public async Task One_that_others_may_have_written_is_not_believed()
    {
        Hold("20261104T210000Z.capture.json", Whole);
        File.SetUnixFileMode(Path.Combine(_folder, "20261104T210000Z.capture.json"), (UnixFileMode)0b110_110_110);
        (await new CaptureFolder(_folder).All())
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("20261104T210000Z.capture.json");
    }

    [TestCase("{}")]
    [TestCase("half a {")]
    [TestCase("{\"taken\": \"yesterday\"}")]
    public async Task A_file_that_is_no_capture_is_named(string text)
    {
        Hold("20261104T210000Z.capture.json", text);
        (await new CaptureFolder(_folder).All())
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("20261104T210000Z.capture.json");
    }

    [Test]
    public async Task A_site_without_a_folder_says_so() =>
        (await new CaptureFolder(null).All())
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("$.baseline.folder");

    private void Hold(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, (UnixFileMode)0b110_000_000);
    }
}
