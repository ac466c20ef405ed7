using static VerifyNUnit.Verifier;

namespace Acceptance.StandIns.Tests.VerifyNUnit;

/// <summary>
/// Each difference in a folder of its own, away from the sources, so that nothing received is left beside them.
/// </summary>
public sealed class VerifySpecs
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("verify-specs-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public Task A_text_is_held_against_the_file_beside_the_source() => Verify("juju\nmysql\nvault");

    [Test]
    public async Task A_difference_leaves_a_received_file_and_shows_both()
    {
        await File.WriteAllTextAsync(Verified(), "one\ntwo\n");

        var comparing = async () => await Verify("one\nthree").UseDirectory(_folder);

        var said = (await comparing.Should().ThrowAsync<Exception>()).Which.Message;
        said.Should().Contain("three").And.Contain("two").And.Contain(".verified");
        (await File.ReadAllTextAsync(Received())).Should().Be("one\nthree");
        (await File.ReadAllTextAsync(Verified())).Should().Be("one\ntwo\n", "only a person approves");
    }

    [Test]
    public async Task What_was_never_approved_is_red()
    {
        var comparing = async () => await Verify("one").UseDirectory(_folder);

        await comparing.Should().ThrowAsync<Exception>();
        File.Exists(Received()).Should().BeTrue();
    }

    [Test]
    public async Task Once_they_agree_the_received_file_is_gone()
    {
        await File.WriteAllTextAsync(Verified("md"), "one\n");
        await File.WriteAllTextAsync(Received("md"), "two");

        await Verify("one", "md").UseDirectory(_folder);

        File.Exists(Received("md")).Should().BeFalse();
    }

    private string Verified(string extension = "txt") => At("verified", extension);

    private string Received(string extension = "txt") => At("received", extension);

    private string At(string kind, string extension) =>
        Path.Combine(_folder, $"VerifySpecs.{TestContext.CurrentContext.Test.MethodName}.{kind}.{extension}");
}
