using System.Globalization;
using System.Xml.Linq;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// The run in the cloud's time: when each rung was tried, each feature's scenarios, each mutation. Rehearsals have
/// clocks of their own and are left out.
/// </summary>
internal static class TimelinePicture
{
    private const double Width = 1000;
    private const double Left = 270;
    private const double RowHeight = 22;
    private const double Top = 26;
    private const int MostRows = 60;

    public static XElement Of(RunStanding standing)
    {
        var run = standing.Run;
        var caption =
            $"{Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)} on the cloud's clock, "
            + $"{Spoken.Span(standing.CloudTime)}; {Spoken.Span(run.Wall)} of wall time.";
        var rows = Rows(run).ToArray();
        return Element(
            "section",
            Attribute("id", "timeline"),
            Element("h2", "The run in time"),
            Classed("p", "tale", caption),
            run.Ended <= run.Started || rows.Length == 0
                ? Element("p", "There is nothing to draw: no time passed.")
                : Picture(run, rows),
            rows.Length > MostRows ? Element("p", $"The first {MostRows} of {rows.Length} rows.") : null
        );
    }

    private static XElement Picture(RunRecord run, Row[] rows)
    {
        Row[] shown = [.. rows.Take(MostRows)];
        var height = Top + (shown.Length * RowHeight) + 6;
        return Classed(
            "div",
            "wide",
            Element(
                "svg",
                Attribute("class", "time"),
                Attribute("viewBox", FormattableString.Invariant($"0 0 {Width} {height}")),
                Attribute("role", "img"),
                Attribute("aria-labelledby", "timeline-title"),
                Element(
                    "title",
                    Attribute("id", "timeline-title"),
                    "The run in time: a row for the rungs, one for each feature, one for each mutation"
                ),
                Ticks(run).Select(tick => Tick(run, tick, height)),
                shown.Select((row, index) => Draw(run, row, Top + (index * RowHeight)))
            )
        );
    }

    private static IEnumerable<Row> Rows(RunRecord run)
    {
        Bar[] rungs =
        [
            .. run
                .Ladder.Where(rung => rung is { At: not null, Verdict: not null })
                .Select(rung => new Bar(VerdictLook.Of(rung.Verdict), rung.At!.Value, rung.At.Value, rung.Rung.Name)),
        ];
        if (rungs.Any(bar => Within(run, bar.From)))
            yield return new Row("the ladder", [.. rungs.Where(bar => Within(run, bar.From))]);
        foreach (
            var feature in run
                .Scenarios.Where(one => one.IsAcceptance && !one.Tags.Contains("rehearsal") && Within(run, one.Started))
                .GroupBy(one => one.Feature)
        )
            yield return new Row(
                feature.Key,
                [
                    .. feature.Select(one => new Bar(
                        VerdictLook.Of(one.Verdict),
                        one.Started,
                        one.Started + one.Took,
                        one.Title
                    )),
                ]
            );
        foreach (var deed in run.Mutations.Where(one => Within(run, one.Planned)).OrderBy(one => one.Planned))
        {
            var failed = deed.Outcome == DeedOutcome.Failed;
            yield return new Row(
                $"▸ {deed.What} {deed.Kind} {deed.Name}",
                [
                    new Bar(
                        failed ? VerdictLook.Broken : Deed,
                        deed.Planned,
                        deed.Ended ?? run.Ended,
                        $"{deed.OutcomeWords}"
                    ),
                ]
            );
        }
    }

    private static VerdictLook Deed { get; } = new("mutation", "▸", "deed");

    private static XElement Draw(RunRecord run, Row row, double y) =>
        Element(
            "g",
            Element(
                "text",
                Attribute("class", "label"),
                Attribute("x", Left - 10),
                Attribute("y", y + 15),
                Plain.Short(row.Name, 36)
            ),
            Element(
                "line",
                Attribute("class", "row"),
                Attribute("x1", Left),
                Attribute("x2", Width),
                Attribute("y1", y + RowHeight - 1),
                Attribute("y2", y + RowHeight - 1)
            ),
            // One path for all of a row that ended alike: two thousand scenarios stay a small picture.
            row.Bars.GroupBy(bar => bar.Look)
                .Select(group =>
                    Element(
                        "path",
                        Attribute("class", $"f {group.Key.Class}"),
                        Attribute("d", string.Concat(group.Select(bar => Box(run, bar, y)))),
                        Element(
                            "title",
                            $"{group.Key.Word}: {Plain.Short(string.Join("; ", group.Select(bar => bar.Name)), 300)}"
                        )
                    )
                )
        );

    private static string Box(RunRecord run, Bar bar, double y)
    {
        var from = X(run, bar.From);
        var width = Math.Max(3, X(run, bar.To) - from);
        return string.Create(CultureInfo.InvariantCulture, $"M{from:0.#} {y + 4:0.#}h{width:0.#}v13h{-width:0.#}z");
    }

    private static XElement Tick(RunRecord run, DateTimeOffset at, double height)
    {
        var x = X(run, at);
        return Element(
            "g",
            Element(
                "line",
                Attribute("class", "tick"),
                Attribute("x1", x),
                Attribute("x2", x),
                Attribute("y1", Top - 4),
                Attribute("y2", height)
            ),
            Element(
                "text",
                Attribute("class", "hour"),
                Attribute("x", x),
                Attribute("y", Top - 10),
                at.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            )
        );
    }

    private static IEnumerable<DateTimeOffset> Ticks(RunRecord run)
    {
        for (var part = 0; part < 6; part++)
            yield return run.Started + ((run.Ended - run.Started) * part / 6.0);
    }

    private static double X(RunRecord run, DateTimeOffset at) =>
        Left + (Math.Clamp((at - run.Started) / (run.Ended - run.Started), 0, 1) * (Width - Left - 4));

    private static bool Within(RunRecord run, DateTimeOffset at) => at >= run.Started && at <= run.Ended;

    private sealed record Row(string Name, IReadOnlyList<Bar> Bars);

    private sealed record Bar(VerdictLook Look, DateTimeOffset From, DateTimeOffset To, string Name);
}
