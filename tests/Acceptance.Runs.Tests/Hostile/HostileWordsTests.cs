using System.Text.RegularExpressions;
using System.Xml.Linq;
using Acceptance.Runs.Tests.Programs;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// S17, S18 as a pipeline meets them: a run is told hostile words and repeats them; console, TRX, Reqnroll's messages
/// and every report of ours are read as they came out.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.Self)]
public sealed partial class HostileWordsTests
{
    // Made here: a secret's form stands in no file of ours.
    private static readonly string Token = "hvs." + new string('a', 12) + new string('7', 12);
    private static readonly string Key = new string('0', 10) + new string('b', 10);

    private static readonly string Words =
        $"\u001b[31mred\u0007\u202e {Token} {"api_key"}={Key}\n::error::x\n##vso[task.complete]y\u009b";

    [Test]
    public async Task Nothing_that_leaves_a_run_is_an_order_or_a_secret(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject("Category=D-011.1", cancel, ("ACCEPTANCE_FAULTS", Words));
        run.Exit.Should().Be(1);
        run.Output.Should().Contain("red", "the words are repeated");
        Calm("the console", run.Output, [Token, Key]);
        run.Output.Split('\n').Should().OnlyContain(line => !line.TrimStart().StartsWith("::"));
        Agent().Matches(run.Output).Should().BeEmpty();
        foreach (var (name, text) in run.Left())
            Calm(name, text, [Token, Key]);
        var trx = XDocument.Parse(run.Report("acceptance.trx"));
        trx.Descendants()
            .Where(one => one.Name.LocalName == "Message")
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(one => !one.Value.Any(IsAnOrder));
        run.Report("messages.ndjson").Should().Contain("red", "Reqnroll repeats them, too");
    }

    internal static void Calm(string name, string text, IReadOnlyList<string> secrets)
    {
        text.Where(IsAnOrder).Should().BeEmpty("{0} is shown by programs that obey", name);
        text.Should()
            .NotContainAny(secrets, "of {0}", name)
            .And.NotContainEquivalentOf("\\u001b", "of {0}", name)
            .And.NotContainEquivalentOf("\\u202e", "of {0}", name)
            .And.NotContainEquivalentOf("&#x1b;", "of {0}", name);
    }

    private static bool IsAnOrder(char one) =>
        (char.IsControl(one) && one is not ('\n' or '\r' or '\t')) || one is >= '\u202a' and <= '\u202e';

    [GeneratedRegex("##[A-Za-z]*\\[", RegexOptions.NonBacktracking)]
    private static partial Regex Agent();
}
