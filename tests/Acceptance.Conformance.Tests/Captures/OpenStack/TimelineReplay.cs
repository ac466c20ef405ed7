using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// A time line again: the object as it was first seen, the deed that its command names, and then the same question
/// every half second of the twin's clock. What is compared is the order of the states; either side may have been too
/// quick for the other to see one.
/// </summary>
internal sealed class TimelineReplay(CapturedCloud cloud, Situation situation, RawReplay wire)
{
    private const int MostSamples = 900;

    /// <summary>Same, or the two orders.</summary>
    public async Task<(Likeness Likeness, string Why)> Play(OpenStackCapture capture)
    {
        var bodies = capture.Seen();
        if (bodies.Count == 0)
            return (Likeness.Different, "the time line does not say what was polled and seen");
        var deed = $"{capture.Command} {capture.Note}";
        var was = Collapsed(bodies.Select(body => StateOf(body.Status ?? 0, body.Body)));
        if (situation.Prepare(bodies, deed) is not { } subject)
            return (Likeness.NotEmulated, $"what was looked on is not known: {capture.Command}");
        var path = bodies[0].Path + (bodies[0].Query.Length > 0 ? "?" + bodies[0].Query : "");
        // What is made was not there before, whatever stands here of an earlier time line.
        var now = new List<string> { Situation.Makes(deed) ? "gone" : await State(bodies[0].Service, path, subject) };
        if (!situation.Begin(subject, deed, was[^1]))
            return (Likeness.NotEmulated, $"what was done is not known: {capture.Command}");
        await Watch(now, bodies[0].Service, path, subject, was[^1]);
        return Follows(was, now) || Follows(now, was)
            ? (Likeness.Same, "")
            : (Likeness.Different, $"{string.Join(" > ", now)}, and was {string.Join(" > ", was)}");
    }

    private async Task<string> State(string service, string path, Seen subject)
    {
        var answer = await wire.Ask(service, path, service == "nova" ? subject.Text("tenant_id") : "");
        return StateOf(answer.Status, answer.Json);
    }

    private async Task Watch(List<string> seen, string service, string path, Seen subject, string last)
    {
        var step = TimeSpan.FromSeconds(service == "magnum" ? 5 : 0.5);
        for (var sample = 0; sample < MostSamples; sample++)
        {
            var state = await State(service, path, subject);
            if (seen[^1] != state)
                seen.Add(state);
            if (sample > 20 && state == last)
                break;
            cloud.World.Clock.Advance(step);
        }
    }

    /// <summary>One of the two holds the other's states in the same order, with the same end.</summary>
    private static bool Follows(List<string> all, List<string> some)
    {
        var at = 0;
        foreach (var state in all)
            if (at < some.Count && some[at] == state)
                at++;
        return at == some.Count && some.Count > 0 && all[^1] == some[^1];
    }

    private static List<string> Collapsed(IEnumerable<string> states)
    {
        var kept = new List<string>();
        foreach (var state in states)
            if (kept.Count == 0 || kept[^1] != state)
                kept.Add(state);
        return kept;
    }

    /// <summary>"ACTIVE", "gone", or of several rows each one's, in order.</summary>
    private static string StateOf(int status, JsonNode? body)
    {
        if (status == 404)
            return "gone";
        var seen = Seen.In(new CapturedExchange("glance", "GET", "/v2/images", "", [], null, 200, [], body, ""))
            .Where(one => Word(one).Length > 0)
            .ToArray();
        if (seen.Length == 0 && body is JsonObject bare && bare["status"] is JsonValue word)
            return word.ToString();
        return seen.Length == 0 ? "gone" : string.Join('+', seen.Select(Word).Order(StringComparer.Ordinal));
    }

    private static string Word(Seen seen) =>
        seen.Text("provisioning_status") is { Length: > 0 } word ? word : seen.Text("status");
}
