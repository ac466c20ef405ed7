using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests.NearMisses;

/// <summary>
/// Every collected report, row by row, as diagnose tells it: the fact that decides is read, so that the entry is not
/// named, or it is named before the entry's fix.
/// </summary>
public sealed partial class NearMissesToldTests
{
    private static readonly string Approved = WorkTree.PathOf("docs", "near-misses.approved.txt");

    private static IEnumerable<(KnownIssue Issue, NearMiss Miss)> Reports =>
        KnownIssueIndex
            .All.SelectMany(issue => issue.NearMisses, (issue, miss) => (issue, miss))
            .Where(one => one.miss.Source.StartsWith('N'))
            .OrderBy(one => int.Parse(one.miss.Source[1..], System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public async Task What_is_said_of_each_report_is_as_approved()
    {
        var text = new StringBuilder();
        List<string> sure = [];
        foreach (var (issue, miss) in Reports)
        {
            text.Append($"{miss.Source}  beside {issue.Id}: {miss.Looks}\n");
            foreach (var line in await Told(issue, miss, sure))
                text.Append($"  {line}\n");
            text.Append('\n');
        }

        foreach (var (row, because) in NearMissIndex.NotShown)
            text.Append($"{row}  cannot be shown: {because}\n\n");
        var said = Ids().Replace(Moments().Replace(text.ToString(), "(moment)"), "(id)");
        await TestContext.Out.WriteLineAsync(said);
        string.Join('\n', sure).Should().BeEmpty();
        said.Should().Be(await File.ReadAllTextAsync(Approved));
    }

    [Test]
    public void What_is_said_to_be_read_has_a_picture_that_shows_it() =>
        KnownIssueIndex
            .All.SelectMany(issue => issue.NearMisses)
            .Where(miss => miss.IsRead)
            .Select(miss => miss.Source)
            .Should()
            .BeSubsetOf(NearMissPictures.Pictured);

    private static async Task<IEnumerable<string>> Told(KnownIssue issue, NearMiss miss, List<string> sure)
    {
        if (miss.IsTheEntry)
            return [$"the entry in other words, and its fix is right: {miss.Is}"];
        if (NearMissPictures.Of(miss, issue) is not { } picture)
            return
            [
                $"no check leads to {issue.Id}, so that diagnose offers no fix of it",
                $"named as the next to read, by explain {issue.Id}: {Fix.Render(miss.ToldApartBy, null, null)}",
            ];
        var (causes, world) = await picture.Diagnosed();
        var text = new RootCausesText(causes, world.Site);
        var root = causes.Roots.FirstOrDefault(one => one.Name == issue.Id);
        List<string> lines = [$"put in: {picture.Put}", .. Said(causes), .. Withheld(picture, issue, miss, root, text)];
        if (root is { IsSure: true } || (root is not null && miss.IsRead))
            sure.Add($"{miss.Source}: {issue.Id} is said to be it: {string.Join("; ", lines)}");
        return lines;
    }

    private static IEnumerable<string> Said(RootCauses causes) =>
        causes.NothingIsBroken
            ? ["said: nothing is broken"]
            :
            [
                .. causes.Roots.Select(one => $"said: {one.Name}: {one.Symptoms[0].Finding.Sentence}"),
                .. causes
                    .NotKnown.GroupBy(one => one.Because)
                    .Select(group =>
                        $"said: not known: {string.Join(", ", group.Select(one => one.Check.Id))}, because {group.Key}"
                    ),
            ];

    private static IEnumerable<string> Withheld(
        NearMissPicture picture,
        KnownIssue issue,
        NearMiss miss,
        Root? root,
        RootCausesText text
    )
    {
        var decides = Fix.Render(miss.ToldApartBy, null, null);
        if (root is null)
            return
            [
                $"withheld: the fix of {issue.Id}, which is not named: "
                    + picture switch
                    {
                        { IsWell: true } => $"its own sign is read, and absent; next, by explain {issue.Id}: {decides}",
                        _ when miss.IsRead => "what decides is read",
                        _ => $"next, by explain {issue.Id}: {decides}",
                    },
            ];
        string[] lines = [.. text.Lines().Select(line => line.ToString().Trim())];
        return
        [
            lines.First(line => line.StartsWith("first rule out", StringComparison.Ordinal) && line.Contains(miss.Is)),
            .. lines.Where(line => line.StartsWith("its fix is withheld", StringComparison.Ordinal)).Take(1),
        ];
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d UTC", RegexOptions.NonBacktracking)]
    private static partial Regex Moments();

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
