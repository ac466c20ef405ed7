using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Scenarios;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Scenarios;

/// <summary>Identity is never a sentence: a run whose every message is reworded groups its causes as it did.</summary>
public class IdentityTests
{
    private static readonly Verdict Kept = Verdict.Keep($"as it must be");

    private static readonly Verdict Lost = Broken(
        "hypervisor-3 is down",
        "hypervisor-3",
        null,
        "openstack hypervisor list"
    );

    private static readonly Verdict Sealed = Broken("vault/1 is sealed", "vault/1", "restart-3", "vault status");

    private static readonly Verdict Silent = Verdict.NotKnown($"no answer", null, Read.By("openstack catalog list"));

    /// <summary>
    /// A red rung in the middle, its own finding met before it, two scenarios of one finding, a permit, an unread
    /// question.
    /// </summary>
    private static DarkRun Run(Func<Verdict, Verdict> words) =>
        new(
            new Dictionary<string, Verdict> { ["hypervisors"] = Lost },
            [
                ("the model is at rest", "juju", Kept, false),
                ("Vault is open", "vault", Sealed, false),
                ("Vault can be opened again", "vault", Sealed, false),
                ("the catalog is whole", "keystone", Silent, false),
                ("the name service is deferred", "keystone", Silent, false),
                ("hypervisors keep a reserve", "vips", Lost, false),
                ("an image is seeded", "vips", new Verdict.NotPermitted($"seeding it", Permit.Mutate), true),
                ("a template is made", "vips", new Verdict.NotPermitted($"making it", Permit.Mutate), true),
                ("load balancers serve", "octavia", Kept, false),
                ("a cluster is made", "magnum", Kept, false),
                ("a set-up that relies on Vault", "vips", Both(Sealed, Lost), true),
                ("two causes, one of them news", "vips", Both(Sealed, Odd), false),
            ],
            words
        );

    private static Verdict Odd => Broken("horizon is odd", "horizon", null, "curl horizon");

    private static Verdict Broken(string words, string victim, string? entry, string by) =>
        Verdict.Break($"{words}", victim, entry, Read.By(by));

    private static Verdict Both(params Verdict[] verdicts) => Verdict.All(verdicts);

    [Test]
    public async Task The_first_who_meets_a_cause_fails_and_the_rest_are_held_back()
    {
        var run = await Run(verdict => verdict).Go();
        run.Shown.Select(one => (one.As, one.Word))
            .Should()
            .Equal(
                (ShownAs.Passed, "kept"),
                (ShownAs.Failed, "broken"),
                (ShownAs.Ignored, "held back"),
                (ShownAs.Failed, "unknown"),
                (ShownAs.Ignored, "held back"),
                (ShownAs.Failed, "broken"),
                (ShownAs.Failed, "not permitted"),
                (ShownAs.Ignored, "not permitted"),
                (ShownAs.Ignored, "held back"),
                (ShownAs.Ignored, "held back"),
                (ShownAs.Ignored, "held back"),
                (ShownAs.Failed, "broken")
            );
        run.Cause!.Diagnosis.Rung.Name.Should().Be("vault");
        run.Cause.Diagnosis.Victim.Should().Be("vault/1");
        run.Cause.SeenBy!.Title.Should().Be("Vault is open");
    }

    [Test]
    public async Task Other_words_for_every_message_change_no_grouping()
    {
        var plain = await Run(verdict => verdict).Go();
        var reworded = await Run(Reworded.Wholly).Go();
        reworded.Shown.Should().Equal(plain.Shown);
        reworded.Cause!.Diagnosis.Sentence.ToString().Should().NotBe(plain.Cause!.Diagnosis.Sentence.ToString());
        reworded.Cause.Diagnosis.Rung.Should().Be(plain.Cause.Diagnosis.Rung);
        reworded.Cause.Diagnosis.Victim.Should().Be(plain.Cause.Diagnosis.Victim);
        reworded.Cause.Diagnosis.Issue.Should().Be(plain.Cause.Diagnosis.Issue);
        reworded.Cause.SeenBy!.Title.Should().Be(plain.Cause.SeenBy!.Title);
    }

    [Test]
    public async Task What_a_higher_rung_found_too_is_that_rungs_in_whatever_words()
    {
        foreach (var words in new Func<Verdict, Verdict>[] { verdict => verdict, Reworded.Wholly })
        {
            var run = await new DarkRun(
                new Dictionary<string, Verdict> { ["hypervisors"] = Lost },
                [("units are as expected", "juju", Lost, false), ("load balancers serve", "octavia", Kept, false)],
                words
            ).Go();
            run.Cause!.Diagnosis.Rung.Name.Should().Be("hypervisors");
            run.Cause.SeenBy.Should().BeNull("the rung itself found it");
            run.Shown.Select(one => one.As).Should().Equal(ShownAs.Failed, ShownAs.Ignored);
        }
    }
}
