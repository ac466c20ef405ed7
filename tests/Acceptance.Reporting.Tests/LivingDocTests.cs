using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.LivingDocument;

namespace Acceptance.Reporting.Tests;

public sealed partial class LivingDocTests
{
    private const string Canary = "<script>alert('x')</script>\"'&amp;<img src=x onerror=alert(1)>";

    [Test]
    public void Markup_from_outside_stays_text_in_every_field()
    {
        var page = LivingDoc.Of(HostileSample.Run(Canary));
        page.Should().NotContain("<script").And.NotContain("<img").And.Contain("&lt;script&gt;");
        // Inside of a tag, too, a quote would end an attribute.
        Tag().Matches(page).Should().OnlyContain(tag => !tag.Value.Contains("onerror="));
    }

    [Test]
    public void Control_characters_are_shown_as_replaced_and_not_passed_on() =>
        LivingDoc
            .Of(HostileSample.Run("a\u0000\u001b[31mb\u202e\ud800c"))
            .Where(one => (char.IsControl(one) && one != '\n') || one == '\u202e')
            .Should()
            .BeEmpty();

    [TestCaseSource(nameof(Runs))]
    public void The_page_needs_no_other_file_and_runs_nothing(RunRecord run)
    {
        var page = LivingDoc.Of(run);
        page.Should()
            .Contain("default-src 'none'")
            .And.NotContain("<script")
            .And.NotContain("<link")
            .And.NotContain("@import")
            .And.NotContain("url(");
        Regex
            .Matches(page, "(?:src|href)=\"([^\"]*)\"")
            .Should()
            .OnlyContain(link => link.Groups[1].Value.StartsWith('#'));
        Tag().Matches(page).Should().OnlyContain(tag => !Regex.IsMatch(tag.Value, "\\son\\w+="));
    }

    [TestCaseSource(nameof(Runs))]
    public void What_is_opened_is_closed(RunRecord run)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Regex.Replace(LivingDoc.Of(run), "<style>[\\s\\S]*?</style>", "")))
        {
            var name = tag.Groups[2].Value;
            if (name is "meta" or "br")
                continue;
            if (tag.Groups[1].Length == 0)
                open.Push(name);
            else
                open.Pop().Should().Be(name);
        }

        open.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Runs))]
    public void Every_link_leads_to_one_place(RunRecord run)
    {
        var page = LivingDoc.Of(run);
        var places = Regex.Matches(page, "\\sid=\"([^\"]+)\"").Select(place => place.Groups[1].Value).ToArray();
        places.Should().OnlyHaveUniqueItems();
        Regex.Matches(page, "href=\"#([^\"]+)\"").Select(link => link.Groups[1].Value).Should().BeSubsetOf(places);
    }

    [Test]
    public void The_answer_stands_before_everything_else()
    {
        var page = LivingDoc.Of(Samples.VaultSealed());
        var answer = page.IndexOf("id=\"answer\"", StringComparison.Ordinal);
        var bar = page.IndexOf("id=\"bar\"", StringComparison.Ordinal);
        answer.Should().BePositive().And.BeLessThan(bar);
        page[answer..bar].Should().Contain("juju ssh vault/1").And.NotContain("$victim");
        page[answer..].Should().Contain("11 held back");
    }

    /// <summary>
    /// An entry that was not met is an index to read: its commands have a variable where no finding names the victim,
    /// and say so.
    /// </summary>
    [Test]
    public void No_fix_of_appendix_A_has_a_hole()
    {
        var page = LivingDoc.Of(Samples.Green());
        Regex.Matches(page, @"\{(victim|unit)\}").Should().BeEmpty();
        page.Should().Contain("$victim is not known: no finding names it");
    }

    [Test]
    public void A_green_page_asks_for_nothing() =>
        LivingDoc.Of(Samples.Green()).Should().NotContain("id=\"answer\"").And.Contain("Formally closed");

    [Test]
    public void Every_rung_says_its_verdict_in_a_word_as_well()
    {
        var page = LivingDoc.Of(Samples.VaultSealed());
        Regex
            .Matches(page, "class=\"word\"[^>]*>([^<]+)<")
            .Select(word => word.Groups[1].Value)
            .GroupBy(word => word)
            .Select(group => $"{group.Count()} {group.Key}")
            .Should()
            .BeEquivalentTo("5 kept", "1 broken", "11 held back");
    }

    [Test]
    public void An_entry_of_appendix_A_that_was_met_names_its_victim()
    {
        var page = LivingDoc.Of(Samples.VaultSealed());
        var entry = page[page.IndexOf("id=\"i-restart-3\"", StringComparison.Ordinal)..];
        entry[..entry.IndexOf("</details>", StringComparison.Ordinal)]
            .Should()
            .Contain("✗ met")
            .And.Contain("juju ssh vault/1");
    }

    [Test]
    public void Two_thousand_scenarios_with_evidence_weigh_less_than_two_megabytes_and_keep_what_is_red()
    {
        var run = Samples.Many(2000);
        var page = LivingDoc.Of(run);
        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(2_000_000);
        foreach (var red in run.Scenarios.Where(one => one.Verdict is Verdict.Broken))
            page.Should().Contain(((Verdict.Broken)red.Verdict).Findings[0].Evidence.ByHand.ToString());
        page.Should().Contain("To keep this page below 2 MB");
    }

    [Test]
    public void The_same_run_gives_the_same_page() =>
        LivingDoc.Of(Samples.VaultSealed()).Should().Be(LivingDoc.Of(Samples.VaultSealed()));

    private static IEnumerable<RunRecord> Runs() =>
        [
            Samples.Green(),
            Samples.VaultSealed(),
            Samples.Waived(),
            Samples.Observed(),
            Samples.LoginExpired(),
            Samples.Narrow(),
            HostileSample.Run(Canary),
            Samples.Run([], rungs: "site"),
        ];

    [GeneratedRegex("<(/?)([a-z][a-z0-9]*)(?:\\s[^<>]*)?>")]
    private static partial Regex Tag();
}
