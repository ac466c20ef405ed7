using VerifyTests;
using static VerifyNUnit.Verifier;

namespace Acceptance.StandIns.Tests.VerifyNUnit;

public sealed class VerifySpecs
{
    private sealed record Rung(string Name, bool Green, int Units, string? Note, IReadOnlyList<string> Needs);

    [Test]
    public async Task A_text_is_held_against_the_file_beside_the_source()
    {
        var result = await Verify("juju\nmysql\nvault");

        result.Text.Should().Be("juju\nmysql\nvault");
        result
            .Files.Single()
            .Should()
            .EndWith("VerifySpecs.A_text_is_held_against_the_file_beside_the_source.verified.txt");
    }

    [TestCase(80, "a/b")]
    public async Task Arguments_belong_to_the_name(int port, string name) => await Verify($"{port} {name}");

    [Test]
    public Task Another_extension_belongs_to_the_name() => Verify("# Rungs", "md").UseMethodName("Headings");

    [Test]
    public async Task An_object_is_written_without_quotes_and_without_defaults() =>
        await Verify(
            new
            {
                Site = "twin",
                Ladder = new[]
                {
                    new Rung("juju", true, 3, null, []),
                    new Rung("vault", false, 0, "sealed", ["juju", "mysql"]),
                },
                ByName = new Dictionary<string, int> { ["vault"] = 3, ["juju"] = 1 },
                Id = new Guid("0c88c0e3-1a79-447e-9fce-be8c5ecca872"),
                Same = new Guid("0c88c0e3-1a79-447e-9fce-be8c5ecca872"),
                Other = new Guid("6e1dcc4b-f1a8-4813-b8b9-d954e97d7ce3"),
                Since = new DateTime(2026, 11, 20, 13, 47, 50, DateTimeKind.Utc),
            }
        );

    [Test]
    public async Task Scrubbers_take_out_what_differs_from_run_to_run()
    {
        var settings = new VerifySettings();
        settings.ScrubInlineGuids();
        settings.ScrubLinesContaining("took");
        settings.AddScrubber(text => text.Replace("127.13.", "127.12."));

        await Verify(
            """
            cluster 0c88c0e3-1a79-447e-9fce-be8c5ecca872 at 127.13.4.50
            it Took 12 s
            again 0c88c0e3-1a79-447e-9fce-be8c5ecca872, then 6e1dcc4b-f1a8-4813-b8b9-d954e97d7ce3
            """,
            settings
        );
    }
}
