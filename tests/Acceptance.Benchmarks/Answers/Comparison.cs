using Acceptance.Benchmarks.Measuring;

namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// Both sides of one run. The operator's questions follow one another; ours go out together, so only the total of
/// ours is a wall to compare.
/// </summary>
internal sealed class Comparison(TimeSpan latency, IReadOnlyList<Answer> typed, IReadOnlyList<OurPasses> ours)
{
    private OurAnswers Fresh { get; } = Median(ours.Select(passes => passes.Cold));

    private OurAnswers Again { get; } = Median(ours.Select(passes => passes.Again));

    private TimeSpan Typed { get; } = new(typed.Sum(answer => answer.Wall.Ticks));

    public void Print(TextWriter to)
    {
        to.WriteLine(
            $"answers: {Questions.All.Count} questions at {latency.Milliseconds()} of API latency; "
                + "ours all at once, each from its own start, in a fresh process"
        );
        PrintTable(to);
        to.WriteLine(
            $"Ours is the median of {ours.Count} fresh processes, begun between the questions of bash: "
                + $"{string.Join(", ", ours.Select(passes => passes.Cold.Asking.Milliseconds()))}."
        );
        to.WriteLine(
            "Before it the site is read and the drivers are opened, which asks nothing: "
                + $"{Fresh.Opening.Milliseconds()}; both together {Fresh.Wall.Seconds()}, "
                + $"the same process again {Again.Wall.Seconds()}."
        );
        to.WriteLine(
            $"Ratio of wall: {Ratio(Fresh.Asking)} (with the opening {Ratio(Fresh.Wall)}; again, "
                + $"with the opening, {Ratio(Again.Wall)}). Ratio of requests: "
                + $"{((double)typed.Sum(one => one.Requests) / Requests).Count("0.0")}."
        );
    }

    private void PrintTable(TextWriter to)
    {
        var table = new Table("question", "bash wall", "ours", "bash requests", "ours");
        foreach (var (question, number) in Questions.All.Select((question, number) => (question, number)))
        {
            var (theirs, mine) = (typed[number], Fresh.Answers[number]);
            table.Row(
                question.ToString(),
                theirs.Wall.Milliseconds(),
                mine.Wall.Milliseconds(),
                theirs.Requests.Count(),
                mine.Requests.Count()
            );
        }

        table.Rule();
        table.Row(
            "all",
            Typed.Seconds(),
            Fresh.Asking.Seconds(),
            typed.Sum(one => one.Requests).Count(),
            Requests.Count()
        );
        table.Print(to);
    }

    /// <summary>Whether every answer agrees and the ratio of the fresh process holds; what does not is said.</summary>
    public bool Judge(double bar, TextWriter to)
    {
        string[] apart =
        [
            .. Questions.All.SelectMany((question, number) => Apart(question, typed[number].Lines, number)),
        ];
        foreach (var sentence in apart)
            to.WriteLine(sentence);
        var fast = Typed / Fresh.Asking >= bar;
        to.WriteLine(
            (apart.Length, fast) switch
            {
                (0, true) => $"All {Questions.All.Count} answers agree, and the ratio is at least {bar}.\n",
                (0, false) => $"All {Questions.All.Count} answers agree, but the ratio is below {bar}.\n",
                _ => "The answers do not agree, so their times are not compared.\n",
            }
        );
        return apart.Length == 0 && fast;
    }

    private int Requests => Fresh.Answers.Sum(answer => answer.Requests);

    /// <summary>Two empty answers agree about nothing.</summary>
    private IEnumerable<string> Apart(Question question, IReadOnlyList<string> theirs, int number)
    {
        if (theirs.Count == 0)
            yield return $"{question}: the clients answered nothing, so there is nothing to compare.";
        var mines = ours.SelectMany(passes => new[] { passes.Cold, passes.Again })
            .Select(pass => pass.Answers[number].Lines);
        if (mines.FirstOrDefault(mine => !mine.SequenceEqual(theirs)) is { } mine)
            yield return $"{question}: bash alone says [{string.Join(", ", theirs.Except(mine))}], "
                + $"we alone say [{string.Join(", ", mine.Except(theirs))}] ({theirs.Count} and {mine.Count} lines).";
    }

    private string Ratio(TimeSpan wall) => (Typed / wall).Count("0.0");

    private static OurAnswers Median(IEnumerable<OurAnswers> passes)
    {
        OurAnswers[] sorted = [.. passes.OrderBy(pass => pass.Asking)];
        return sorted[sorted.Length / 2];
    }
}
