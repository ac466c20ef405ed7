using Gherkin;
using Gherkin.Ast;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// The parser takes any line that it does not know, right below a keyword, for description, and an empty scenario
/// passes: a mistyped step would vanish in silence. These lines are read again for what they were meant to be.
/// </summary>
public sealed class NothingOfAFeatureIsLost : Rule
{
    public override string Number => "H27";

    public override bool Covers(SourceFile file) => file.IsFeature;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var feature = new Parser().Parse(new StringReader(file.Text)).Feature;
        SortedSet<int> known = [file.Lines.Length + 1, .. LinesOf(feature.Children)];
        return Header(file, feature.Location.Line, known)
            .Concat(Children(file, "Feature", feature.Name, feature, feature.Children, known));
    }

    private IEnumerable<Breach> Children(
        SourceFile file,
        string kind,
        string name,
        IHasLocation parent,
        IEnumerable<IHasLocation> children,
        SortedSet<int> known
    )
    {
        var inside = children.ToArray();
        if (!inside.Any(child => child is Scenario or Gherkin.Ast.Rule))
            yield return At(file, parent.Location.Line, $"the {kind} \"{name}\" holds no scenario");
        foreach (var breach in inside.SelectMany(child => Child(file, child, known)))
            yield return breach;
    }

    private IEnumerable<Breach> Child(SourceFile file, IHasLocation child, SortedSet<int> known) =>
        child switch
        {
            Gherkin.Ast.Rule rule => Header(file, rule.Location.Line, known)
                .Concat(Children(file, "Rule", rule.Name, rule, rule.Children, known)),
            Scenario scenario => Empty(file, scenario)
                .Concat(Lost(file, scenario.Location.Line, known))
                .Concat(scenario.Examples.SelectMany(examples => Lost(file, examples.Location.Line, known))),
            _ => Lost(file, child.Location.Line, known),
        };

    private IEnumerable<Breach> Empty(SourceFile file, Scenario scenario)
    {
        if (!scenario.Steps.Any())
            yield return At(
                file,
                scenario.Location.Line,
                $"the scenario \"{scenario.Name}\" has no steps: it would pass without asking anything"
            );
    }

    /// <summary>
    /// Below Feature and Rule prose is welcome: only a mistyped block keyword, or two steps in a row, count as lost.
    /// </summary>
    private IEnumerable<Breach> Header(SourceFile file, int line, SortedSet<int> known)
    {
        var free = FreeLines(file, line, known).ToArray();
        for (var i = 0; i < free.Length; i++)
        {
            var next = i + 1 < free.Length ? free[i + 1].Text : "";
            var meant =
                MeantKeywords.BlockMeant(free[i].Text)
                ?? (MeantKeywords.IsStep(next) ? MeantKeywords.BlockWithoutColon(free[i].Text) : null)
                ?? (MeantKeywords.IsStep(free[i].Text) && MeantKeywords.IsStep(next) ? "Scenario:" : null);
            if (meant is not null)
                yield return LostLine(file, free[i], meant);
        }
    }

    /// <summary>Below Scenario, Background and Examples every line that nearly is a keyword counts as lost.</summary>
    private IEnumerable<Breach> Lost(SourceFile file, int line, SortedSet<int> known) =>
        FreeLines(file, line, known)
            .Select(free => (free, meant: MeantKeywords.BlockMeant(free.Text) ?? MeantKeywords.StepMeant(free.Text)))
            .Where(found => found.meant is not null)
            .Select(found => LostLine(file, found.free, found.meant!));

    private Breach LostLine(SourceFile file, (int Line, string Text) free, string meant) =>
        At(
            file,
            free.Line,
            $"\"{free.Text}\" is read as description and would never run; did you mean \"{meant}\"? If it is "
                + "description, begin the line with another word"
        );

    private static IEnumerable<(int Line, string Text)> FreeLines(SourceFile file, int line, SortedSet<int> known) =>
        Enumerable
            .Range(line + 1, known.First(other => other > line) - line - 1)
            .Select(number => (number, file.Lines[number - 1].Trim()))
            .Where(free => free.Item2.Length > 0 && free.Item2[0] is not ('#' or '@'));

    private static IEnumerable<int> LinesOf(IEnumerable<IHasLocation> children) =>
        children
            .SelectMany(child =>
                child switch
                {
                    Gherkin.Ast.Rule rule => LinesOf(rule.Children),
                    Scenario scenario => scenario
                        .Steps.Select(step => step.Location.Line)
                        .Concat(scenario.Examples.Select(examples => examples.Location.Line))
                        .Concat(
                            scenario
                                .Examples.Where(examples => examples.TableHeader is not null)
                                .Select(examples => examples.TableHeader.Location.Line)
                        ),
                    StepsContainer container => container.Steps.Select(step => step.Location.Line),
                    _ => [],
                }
            )
            .Concat(children.Select(child => child.Location.Line));

    public override IEnumerable<SourceFile> Broken =>
        [
            .. new[]
            {
                "Givn nothing",
                "Gvien nothing",
                "Gvn nothing",
                "given nothing",
                "Given: nothing",
                "GIVEN nothing",
                "Givennothing",
                "- Given nothing",
                "Whne nothing",
                "Wen nothing",
                "When",
                "Then:",
                "Thn nothing",
                "ThenIt",
                "Adn nothing",
                "but nothing",
                "Exampels:",
                "Scenrio: another",
            }.Select(line => Sample($"  Scenario: S\n    {line}\n    Given nothing\n")),
            .. new[]
            {
                "Scenrio: lost\n    Given nothing",
                "Scenario lost\n    Given nothing",
                "Backgruond:\n    Given nothing",
                "Given nothing\n    When nothing",
            }.Select(lines => Sample($"  As prose has it.\n    {lines}\n  Scenario: S\n    Given nothing\n")),
            Sample("  Background:\n    Givne nothing\n  Scenario: S\n    Given nothing\n"),
            Sample("  Rule: R\n    Scenaro: lost\n    Scenario: S\n      Given nothing\n"),
            Sample("  Scenario: S\n    Given nothing\n    Examples:\n      Thne nothing\n      | a |\n      | 1 |\n"),
            Sample("  Scenario: S\n"),
            Sample("  Only words.\n"),
            Sample("  Scenario: S\n    Given nothing\n  Rule: R\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        new[]
        {
            "The cluster answers within its budget.",
            "They give an answer, and any will do.",
            "Any unit may be the leader",
            "An amphora is a server of the services project",
            "Where the runbooks disagree: the newer one.",
            "While it waits, it says so",
            "This is the phase filter's blind spot (FACTS 0.14): see below",
            "Role: operator",
        }.Select(line => Sample($"  Scenario: S\n    {line}\n    Given nothing\n"));

    private static SourceFile Sample(string below) => new("features/a.feature", $"Feature: F\n{below}");
}
