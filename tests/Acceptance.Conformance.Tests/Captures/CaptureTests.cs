using Acceptance.Conformance.Tests.Runbooks;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures;

/// <summary>
/// The twin held against what real services and programs said (issue 3, item 6): a line a service, the total at last.
/// </summary>
[TestFixture]
[Category("Captures")]
public sealed class CaptureTests
{
    private static readonly List<CaptureResult> All = [];

    /// <summary>Every family of this assembly: a new one plugs in by being there.</summary>
    private static IEnumerable<TestCaseData> Families =>
        typeof(ICaptureFamily)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(ICaptureFamily)))
            .Select(type => (ICaptureFamily)Activator.CreateInstance(type)!)
            .OrderBy(family => family.Folder, StringComparer.Ordinal)
            .Select(family => new TestCaseData(family).SetArgDisplayNames(family.Folder));

    [TestCaseSource(nameof(Families))]
    public async Task The_twin_says_what_was_captured(ICaptureFamily family)
    {
        var folder = CapturesFolder.Of(family.Folder);
        var shared = folder == Path.Combine(CapturesFolder.Shared, family.Folder);
        var whole = CapturesFolder.IsNamed || Breadth.Whole;
        var declarations = Declarations.Read();
        var results = (await family.Replay(folder, whole)).Select(declarations.Of).ToArray();
        All.AddRange(results);
        results.Should().NotBeEmpty("{0} holds captures", folder);
        Tell(results);
        if (!shared)
            return;
        // A sample asks less of some: what differs there only may look the same.
        if (whole)
            declarations.Idle(results).Should().BeEmpty("what is the same needs no declaration");
        var approved = new ApprovedCaptures(family.Folder);
        if (whole && Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            approved.Approve(results);
        approved.Worse(results).Should().BeEmpty("the captures only get better");
        if (approved.Better(results) is > 0 and var better)
            Say($"{better} captures of {family.Folder} are better than approved: ACCEPTANCE_APPROVE=1 keeps it so");
    }

    [OneTimeTearDown]
    public void Total()
    {
        if (All.Count == 0)
            return;
        var typed = All.Where(result => RunbookWords.Has(result.Command)).ToArray();
        foreach (
            var service in typed.GroupBy(result => result.Service).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
            Say(CaptureCounts.Of(service).Line($"of what the runbooks type, {service.Key}"));
        Say(CaptureCounts.Of(typed).Line("of what the runbooks type"));
        foreach (
            var service in All.GroupBy(result => result.Service).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
            Say(CaptureCounts.Of(service).Line(service.Key));
        Say(CaptureCounts.Of(All).Line("total"));
    }

    /// <summary>Each difference, for who mends it.</summary>
    private static void Tell(IEnumerable<CaptureResult> results)
    {
        foreach (var result in results.Where(result => result.Likeness is Likeness.Different or Likeness.NotEmulated))
            TestContext.Out.WriteLine($"{result.Likeness}\t{result.Service}\t{result.Capture}\t{result.Why}");
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_TELL") is not { Length: > 0 } file)
            return;
        File.AppendAllLines(
            file,
            results.Select(result =>
                $"{result.Likeness}\t{result.Service}\t{result.Capture}\t{result.Why.ReplaceLineEndings("\\n")}"
            )
        );
    }

    // The runner shows what goes to the error stream at once, and in this order.
    private static void Say(string line) => Console.Error.WriteLine(line);
}
