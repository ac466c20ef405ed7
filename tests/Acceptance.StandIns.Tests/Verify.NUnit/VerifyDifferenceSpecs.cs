using System.Text;
using VerifyTests;
using static VerifyNUnit.Verifier;

namespace Acceptance.StandIns.Tests.VerifyNUnit;

/// <summary>Each in a folder of its own, away from the sources, so that nothing received is left beside them.</summary>
public sealed class VerifyDifferenceSpecs
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("verify-specs-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private string Verified => Path.Combine(_folder, "Table.verified.txt");

    private string Received => Path.Combine(_folder, "Table.received.txt");

    private SettingsTask Table(string text) => Verify(text).UseDirectory(_folder).UseFileName("Table").DisableDiff();

    [Test]
    public async Task A_difference_leaves_a_received_file_and_shows_both()
    {
        await File.WriteAllTextAsync(Verified, "one\ntwo\n");

        var comparing = async () => await Table("one\nthree");

        var said = (await comparing.Should().ThrowAsync<Exception>()).Which.Message;
        said.Should()
            .Contain("NotEqual")
            .And.Contain("Table.received.txt")
            .And.Contain("Table.verified.txt")
            .And.Contain("three")
            .And.Contain("two");
        (await File.ReadAllTextAsync(Received)).Should().Be("one\nthree");
        (await File.ReadAllTextAsync(Verified)).Should().Be("one\ntwo\n", "only a person approves");
    }

    [Test]
    public async Task What_was_never_approved_is_new()
    {
        var comparing = async () => await Table("one");

        (await comparing.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("New:").And.Contain("one");
        File.Exists(Received).Should().BeTrue();
    }

    [Test]
    public async Task Once_they_agree_the_received_file_is_gone()
    {
        await File.WriteAllTextAsync(Verified, "one");
        await File.WriteAllTextAsync(Received, "two");

        await Table("one");

        File.Exists(Received).Should().BeFalse();
    }

    [Test]
    public async Task A_line_end_at_the_end_and_a_byte_order_mark_are_no_difference()
    {
        await File.WriteAllTextAsync(Verified, "one\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var result = await Table("one");

        result.Text.Trim().Should().Be("one");
    }

    [Test]
    public async Task Settings_of_one_call_do_not_stay()
    {
        var shared = new VerifySettings();
        await File.WriteAllTextAsync(Verified, "one");

        await Verify("one\ndrop", shared).ScrubLinesContaining("drop").UseDirectory(_folder).UseFileName("Table");
        var comparing = async () =>
            await Verify("one\ndrop", shared).UseDirectory(_folder).UseFileName("Table").DisableDiff();

        await comparing.Should().ThrowAsync<Exception>();
    }
}
