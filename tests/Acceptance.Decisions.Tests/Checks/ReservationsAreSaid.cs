using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks;

/// <summary>What the site allows against the rule is said in each verdict that rests on it.</summary>
public sealed class ReservationsAreSaid
{
    private const string Allowed = "10.0.0.1 was asked over plain HTTP, which the site allows";

    private static readonly Evidence Weakened = new($"GET http://10.0.0.1/ -> 200", $"", Excerpt.None, default)
    {
        Reservation = $"{Allowed}",
    };

    [Test]
    public async Task In_a_kept_one()
    {
        var verdict = await Judged(Catalog(Facts.WholeSite.Endpoints[0].Url, Weakened));
        verdict.Should().BeOfType<Verdict.Kept>();
        verdict.Sentence.ToString().Should().EndWith($" ({Allowed})");
    }

    [Test]
    public async Task In_a_broken_one()
    {
        var verdict = await Judged(Catalog(new Uri("https://elsewhere.invalid/"), Weakened));
        verdict.Should().BeOfType<Verdict.Broken>();
        verdict.Sentence.ToString().Should().EndWith($"; {Allowed}");
    }

    [Test]
    public async Task In_an_unknown_one() =>
        (
            await Judged(
                new Reading<IReadOnlyList<CatalogService>>.Unread(Unreadable.ServerError, $"it answered 500.", Weakened)
            )
        )
            .Sentence.ToString()
            .Should()
            .Be($"not known: it answered 500. ({Allowed})");

    [Test]
    public async Task And_where_it_stands_beside_another_exchange()
    {
        var first = new Evidence($"GET https://10.0.0.2/ -> 200", $"", Excerpt.None, default) { Beside = [Weakened] };
        (await Judged(Catalog(Facts.WholeSite.Endpoints[0].Url, first)))
            .Sentence.ToString()
            .Should()
            .EndWith($" ({Allowed})");
    }

    [Test]
    public async Task Nothing_is_said_where_there_is_nothing_to_say() =>
        (await Judged(Catalog(Facts.WholeSite.Endpoints[0].Url, Weakened with { Reservation = null })))
            .Sentence.ToString()
            .Should()
            .NotContain("which the site allows");

    private static async Task<Verdict> Judged(Reading<IReadOnlyList<CatalogService>> catalog)
    {
        var book = new FactBook(Facts.WholeSite, Facts.Now);
        book.Put(IdentityFacts.Catalog, catalog);
        var check = EveryServiceIsAccountedFor.Check;
        return check.Judge(await book.Gather(check.Facts));
    }

    private static Reading<IReadOnlyList<CatalogService>> Catalog(Uri at, Evidence evidence) =>
        new Reading<IReadOnlyList<CatalogService>>.Seen([new CatalogService("compute", "nova", at)], evidence);
}
