using System.Reflection;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks;

/// <summary>No check without cases: green, red and unread; and every finding leads somewhere an operator can read.</summary>
public class EveryCheckIsHeld
{
    private static IEnumerable<Type> Checks =>
        typeof(Verdict)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsPublic: true, IsAbstract: true, IsSealed: true }
                && type.Namespace!.StartsWith("Acceptance.Decisions.Checks", StringComparison.Ordinal)
            )
            .Where(type => type.GetMethods().Any(method => method.Name.StartsWith("Judge", StringComparison.Ordinal)));

    [TestCaseSource(nameof(Checks))]
    public void A_check_has_cases_of_each_kind(Type check)
    {
        var words = CasesOf(check).Select(one => one.Word).Distinct().ToArray();
        if (check != typeof(TheClusterIsOfThisDeploy))
            words.Should().Contain("broken", "something must turn it red");
        if (check != typeof(DnsIsDeferred))
            words.Should().Contain("kept", "a healthy cloud must be green");
        words.Should().Contain("unknown", "nothing seen proves nothing");
    }

    [Test]
    public void A_finding_routes_to_an_entry_that_is_known() =>
        Checks
            .SelectMany(CasesOf)
            .Select(one => one.Entry)
            .OfType<string>()
            .Distinct()
            .Where(entry => KnownIssueIndex.Find(entry) is null)
            .Should()
            .BeEmpty("an operator looks there for the fix");

    private static IEnumerable<Judged> CasesOf(Type check) =>
        typeof(EveryCheckIsHeld)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<JudgesAttribute>()?.Check == check)
            .SelectMany(type => (IEnumerable<Judged>)type.GetProperty("Cases")!.GetValue(null)!);
}
