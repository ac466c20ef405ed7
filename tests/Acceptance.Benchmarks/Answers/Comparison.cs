using Acceptance.Benchmarks.Measuring;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Both sides of one run. The operator's questions follow one another; ours go out together, so only the total of ours is a wall to compare.</summary>
internal sealed class Comparison(TimeSpan latency, IReadOnlyList<Answer> typed, OurPasses ours)
{
    private TimeSpan Typed => new(typed.Sum(answer => answer.Wall.Ticks));

    public void Print(TextWriter to)
    {
        to.WriteLine($"answers: {Questions.All.Count} questions at {latency.Milliseconds()} of API latency (ours: each from its own start, all at once)");
        var table = new Table("question", "bash wall", "ours", "bash requests", "ours");
        foreach (var (question, number) in Questions.All.Select((question, number) => (question, number)))
        {
            var (theirs, mine) = (typed[number], ours.Cold.Answers[number]);
            table.Row(question.ToString(), theirs.Wall.Milliseconds(), mine.Wall.Milliseconds(), theirs.Requests.Count(), mine.Requests.Count());
        }

        table.Rule();
        Total(table, "all, our process fresh", ours.Cold);
        Total(table, "all, our process asking again", ours.Again);
        table.Print(to);
        to.WriteLine($"ratio of wall: {Ratio(ours.Cold).Count("0.0")} (asking again: {Ratio(ours.Again).Count("0.0")}); of requests: {((double)typed.Sum(one => one.Requests) / Requests(ours.Cold)).Count("0.0")}");
    }

    /// <summary>Whether every answer agrees and the ratio of the fresh process holds; what does not is said.</summary>
    public bool Judge(double bar, TextWriter to)
    {
        string[] apart = [.. Questions.All.SelectMany((question, number) => Apart(question, typed[number].Lines, ours.Cold.Answers[number].Lines, ours.Again.Answers[number].Lines))];
        foreach (var sentence in apart) to.WriteLine(sentence);
        var fast = Ratio(ours.Cold) >= bar;
        to.WriteLine((apart.Length, fast) switch
        {
            (0, true) => $"All {Questions.All.Count} answers agree, and the ratio is at least {bar}.\n",
            (0, false) => $"All {Questions.All.Count} answers agree, but the ratio is below {bar}.\n",
            _ => "The answers do not agree, so their times are not compared.\n",
        });
        return apart.Length == 0 && fast;
    }

    /// <summary>Two empty answers agree about nothing.</summary>
    private static IEnumerable<string> Apart(Question question, IReadOnlyList<string> theirs, IReadOnlyList<string> cold, IReadOnlyList<string> again)
    {
        if (theirs.Count == 0) yield return $"{question}: the clients answered nothing, so there is nothing to compare.";
        foreach (var mine in new[] { cold, again }.Where(mine => !mine.SequenceEqual(theirs)))
            yield return $"{question}: bash alone says [{string.Join(", ", theirs.Except(mine))}], we alone say [{string.Join(", ", mine.Except(theirs))}] ({theirs.Count} and {mine.Count} lines).";
    }

    private void Total(Table table, string name, OurAnswers pass) =>
        table.Row(name, Typed.Seconds(), pass.Wall.Seconds(), typed.Sum(one => one.Requests).Count(), Requests(pass).Count());

    private double Ratio(OurAnswers pass) => Typed / pass.Wall;

    private static int Requests(OurAnswers pass) => pass.Answers.Sum(answer => answer.Requests);
}
