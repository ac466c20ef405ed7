using Gherkin.Ast;

namespace Reqnroll.Generator.Reading;

/// <summary>
/// The free lines below a keyword. The parser takes any line it does not know there for description, so a mistyped step
/// would vanish: these lines are read again for what they were meant to be.
/// </summary>
internal sealed class Descriptions
{
    private readonly string[] lines;
    private readonly SortedSet<int> known = [];

    public Descriptions(string text, Feature feature)
    {
        lines = text.Split('\n');
        known.Add(lines.Length + 1);
        Learn(feature.Children);
    }

    /// <summary>Below Feature and Rule prose is welcome: only a mistyped block keyword, or two steps in a row, count as lost.</summary>
    public LostLine? LostInHeader(int line)
    {
        var free = FreeLines(line).ToArray();
        for (var i = 0; i < free.Length; i++)
        {
            var next = i + 1 < free.Length ? free[i + 1].Text : "";
            var meant =
                Keywords.BlockMeant(free[i].Text)
                ?? (Keywords.IsStep(next) ? Keywords.BlockWithoutColon(free[i].Text) : null)
                ?? (Keywords.IsStep(free[i].Text) && Keywords.IsStep(next) ? "Scenario:" : null);
            if (meant is not null)
            {
                return new LostLine(free[i].Line, free[i].Text, meant);
            }
        }

        return null;
    }

    /// <summary>Below Scenario, Background and Examples every line that nearly is a keyword counts as lost.</summary>
    public LostLine? LostInSteps(int line)
    {
        foreach (var (number, text) in FreeLines(line))
        {
            if ((Keywords.BlockMeant(text) ?? Keywords.StepMeant(text)) is { } meant)
            {
                return new LostLine(number, text, meant);
            }
        }

        return null;
    }

    private IEnumerable<(int Line, string Text)> FreeLines(int line)
    {
        var end = known.First(other => other > line);
        for (var number = line + 1; number < end; number++)
        {
            var text = lines[number - 1].Trim();
            if (text.Length > 0 && text[0] is not ('#' or '@'))
            {
                yield return (number, text);
            }
        }
    }

    private void Learn(IEnumerable<IHasLocation> children)
    {
        foreach (var child in children)
        {
            known.Add(child.Location.Line);
            switch (child)
            {
                case Rule rule:
                    Learn(rule.Children);
                    break;
                case StepsContainer container:
                    known.UnionWith(container.Steps.Select(step => step.Location.Line));
                    break;
            }

            if (child is Scenario scenario)
            {
                known.UnionWith(scenario.Examples.Select(examples => examples.Location.Line));
                known.UnionWith(
                    scenario
                        .Examples.Where(one => one.TableHeader is not null)
                        .Select(one => one.TableHeader.Location.Line)
                );
            }
        }
    }
}
