using Acceptance.Decisions.KnownIssues;
using Acceptance.Surroundings;

namespace Acceptance.Cli.Tests.KnownIssues;

public sealed class KnownIssuesPageTests
{
    [Test]
    public async Task The_page_of_the_known_issues_is_as_approved()
    {
        var text = KnownIssuesPage.Text();
        if (text != await File.ReadAllTextAsync(WorkTree.PathOf("docs", "known-issues.md")))
            TestContext.Out.WriteLine(text);
        text.Should().Be(await File.ReadAllTextAsync(WorkTree.PathOf("docs", "known-issues.md")));
    }

    [Test]
    public void The_page_has_every_entry_with_each_of_its_names()
    {
        var text = KnownIssuesPage.Text();
        foreach (var issue in KnownIssueIndex.All)
            text.Should().Contain($"### {string.Join(", ", issue.Aliases.Prepend(issue.Id))}: {issue.Title}");
    }
}
