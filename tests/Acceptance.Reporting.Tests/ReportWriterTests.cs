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

    [TestCase("", 0b110_000_000, 0b111_000_000)]
    [TestCase("0600", 0b110_000_000, 0b111_000_000)]
    [TestCase("0640", 0b110_100_000, 0b111_101_000)]
    [TestCase("0644", 0b110_100_100, 0b111_101_101)]
    public void Reports_are_for_their_owner_alone_or_for_whom_the_setting_names(string word, int file, int folder)
    {
        var reports = Path.Combine(_folder, "new");
        ReportWriter.Write(Samples.VaultSealed(), reports, ReportWriter.Reports, ReportMode.Read(word));
        Directory
            .GetFiles(reports, "*", SearchOption.AllDirectories)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(one => File.GetUnixFileMode(one) == (UnixFileMode)file);
        Directory
            .GetDirectories(reports)
            .Append(reports)
            .Should()
            .HaveCount(2)
            .And.OnlyContain(one => File.GetUnixFileMode(one) == (UnixFileMode)folder);
    }

    [TestCase("0660", Description = "the group would write")]
    [TestCase("0400")]
    [TestCase("640")]
    [TestCase("readable")]
    public void A_mode_by_which_others_may_write_or_the_owner_may_not_is_none(string word) =>
        word.Invoking(ReportMode.Read)
            .Should()
            .Throw<FormatException>()
            .WithMessage($"*'{word}' is no mode of a report: allowed are 0600*");

    [Test]
    public void What_a_killed_run_was_writing_goes_and_what_a_living_one_writes_stays()
    {
        string Part(string of, char letter) => Path.Combine(_folder, $".{of}.{new string(letter, 32)}");
        File.WriteAllText(Part("summary.md", 'a'), "half");
        File.WriteAllText(Part("summary.md", 'a') + ".held", "");
        Directory.CreateDirectory(Part("allure-results", 'b'));
        Directory.CreateDirectory(Part("allure-results", 'b') + ".old");
        File.WriteAllText(Part("allure-results", 'b') + ".held", "");
        string[] stays = [Part("summary.md", 'c'), Part("summary.md", 'c') + ".held", Part("summary.md", 'd')];
        foreach (var file in stays)
            File.WriteAllText(file, "");
        using (new FileStream(stays[1], FileMode.Open, FileAccess.Write, FileShare.None))
            ReportWriter.Write(Samples.Green(), _folder);
        Directory
            .GetFileSystemEntries(_folder, ".*")
            .Should()
            .BeEquivalentTo(stays, "one is written, and the other bears no mark of ours");
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
