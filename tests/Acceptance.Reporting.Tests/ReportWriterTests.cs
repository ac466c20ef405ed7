using Acceptance.Cloud.Files;

namespace Acceptance.Reporting.Tests;

public sealed class ReportWriterTests
{
    private string _folder = "";

    [SetUp]
    public void Folder() => _folder = Directory.CreateTempSubdirectory("reports-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Everything_is_written_and_nothing_half_is_left()
    {
        var written = ReportWriter.Write(Samples.Green(), Path.Combine(_folder, "new"));
        written.Should().OnlyContain(report => report.Failure == null);
        Directory
            .GetFileSystemEntries(Path.Combine(_folder, "new"))
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo(
                "summary.json",
                "summary.md",
                "as-executed.md",
                "living-doc.html",
                "allure-results",
                "allurerc.json"
            );
    }

    [Test]
    public void A_second_run_replaces_the_first()
    {
        ReportWriter.Write(Samples.VaultSealed(), _folder);
        ReportWriter.Write(Samples.Green(), _folder);
        File.ReadAllText(Path.Combine(_folder, "summary.md"))
            .Should()
            .Contain("Formally closed")
            .And.NotContain("restart-3");
    }

    [Test]
    public void The_same_record_gives_the_same_bytes()
    {
        ReportWriter.Write(Samples.Waived(), Path.Combine(_folder, "a"));
        ReportWriter.Write(Samples.Waived(), Path.Combine(_folder, "b"));
        Content("a").Should().NotBeEmpty().And.Equal(Content("b"));
    }

    [Test]
    public void A_report_that_fails_costs_no_other_and_is_said()
    {
        // A folder where a file should be: the rename cannot succeed.
        Directory.CreateDirectory(Path.Combine(_folder, "summary.md", "in-the-way"));
        var written = ReportWriter.Write(Samples.Green(), _folder);
        written
            .Where(report => report.Failure is not null)
            .Should()
            .ContainSingle()
            .Which.Failure.Should()
            .Contain("summary.md was not written")
            .And.EndWith("set ACCEPTANCE_REPORTS to a folder that can be written.");
        File.Exists(Path.Combine(_folder, "summary.json")).Should().BeTrue();
        File.Exists(Path.Combine(_folder, "living-doc.html")).Should().BeTrue();
    }

    [Test]
    public void A_report_that_throws_leaves_what_an_earlier_run_wrote()
    {
        ReportWriter.Write(Samples.Green(), _folder);
        var written = ReportWriter.Write(
            Samples.VaultSealed(),
            _folder,
            [new TextReport("summary.md", _ => throw new FormatException("no such form"))]
        );
        written.Single().Failure.Should().Contain("no such form");
        File.ReadAllText(Path.Combine(_folder, "summary.md")).Should().Contain("Formally closed");
    }

    [Test]
    public void Reports_are_for_their_owner_alone()
    {
        var reports = Path.Combine(_folder, "new");
        ReportWriter.Write(Samples.VaultSealed(), reports);
        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory
            .GetFiles(reports, "*", SearchOption.AllDirectories)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(one => File.GetUnixFileMode(one) == file);
        Directory
            .GetDirectories(reports)
            .Append(reports)
            .Should()
            .HaveCount(2)
            .And.OnlyContain(one => File.GetUnixFileMode(one) == (file | UnixFileMode.UserExecute));
    }

    [Test]
    public void A_folder_that_the_operator_opened_to_others_stays_open_until_it_is_shut_by_name()
    {
        const UnixFileMode open = (UnixFileMode)0b111_101_101;
        File.SetUnixFileMode(_folder, open);
        ReportWriter.Write(Samples.Green(), _folder);
        File.GetUnixFileMode(_folder).Should().Be(open);
        PrivateFolder.Make(_folder).KeepOthersOut();
        File.GetUnixFileMode(_folder).Should().Be((UnixFileMode)0b111_000_000);
    }

    [TestCase("summary.md")]
    [TestCase("summary.md.part")]
    [TestCase("living-doc.html.part")]
    [TestCase("allure-results")]
    [TestCase("allure-results.part")]
    [TestCase("allure-results.old")]
    public void A_link_planted_under_a_name_that_one_can_guess_is_not_written_through(string name)
    {
        var (reports, operators) = (Path.Combine(_folder, "new"), Path.Combine(_folder, "operators"));
        var planted = Path.Combine(reports, name);
        Directory.CreateDirectory(reports);
        Directory.CreateDirectory(operators);
        var victim = Path.Combine(operators, "environment.properties");
        File.WriteAllText(victim, "the operator's");
        File.CreateSymbolicLink(planted, name.StartsWith("allure", StringComparison.Ordinal) ? operators : victim);
        var written = ReportWriter.Write(Samples.Green(), reports);
        written.Should().OnlyContain(report => report.Failure == null);
        File.ReadAllText(victim).Should().Be("the operator's");
        Directory.GetFileSystemEntries(operators).Should().Equal(victim);
        written.Select(report => new FileInfo(report.Path).LinkTarget).Should().OnlyContain(target => target == null);
        // Nobody took it for a part of ours.
        if (written.All(report => report.Name != name))
            new FileInfo(planted).LinkTarget.Should().NotBeNull();
    }

    private string[] Content(string folder)
    {
        var root = Path.Combine(_folder, folder);
        return
        [
            .. Directory
                .GetFiles(root, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => Path.GetRelativePath(root, file) + "\n" + File.ReadAllText(file)),
        ];
    }
}
