using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>
/// Every refusal that a real service was recorded with, and answers that broke off, replayed to a driver: the kind of
/// failure is told, in the service's own words.
/// </summary>
public sealed class CapturedRefusalsTests
{
    private static readonly string[] Wrappers =
    [
        "faultstring",
        "detail",
        "message",
        "explanation",
        "description",
        "title",
    ];

    [Test]
    public async Task Each_recorded_refusal_is_told_by_its_kind_and_in_the_services_own_words()
    {
        var refusals = Recorded();
        refusals
            .Select(refusal => refusal.Status)
            .Distinct()
            .Should()
            .Contain([401, 403, 404, 409], "the captures hold each of them");
        (int Status, string? Body, string Id) answer = default;
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v3/auth/tokens" ? null : (answer.Status, answer.Body ?? "")
        );
        var gone = 0;
        foreach (var refusal in refusals)
        {
            answer = refusal;
            var unread = (await cloud.OpenStack.Compute.Server(Acceptance.Cloud.OpenStack.Scope.Admin, refusal.Id))
                .Should()
                .BeOfType<Reading<Acceptance.Cloud.OpenStack.Server>.Unread>(refusal.ToString())
                .Subject;
            // Gone is a 404 that names what was asked for; the others are of paths that nobody serves.
            var named = refusal.Body.Contains(refusal.Id, StringComparison.Ordinal);
            gone += refusal.Status == 404 && named ? 1 : 0;
            unread.Why.Should().Be(Kind(refusal.Status, named), "{0} {1}", refusal.Status, refusal.Body);
            if (Words(refusal.Body) is { Length: > 0 } words)
                SaysThem(words, unread.Sentence.ToString());
        }

        refusals.Length.Should().BeGreaterThan(50);
        gone.Should().BeGreaterThan(30);
    }

    private static void SaysThem(string words, string sentence) =>
        sentence
            .Should()
            .Contain(words[..Math.Min(words.Length, 40)].TrimEnd('.'))
            .And.NotContain("{\"", "the words are taken out of their envelope");

    private static (int Status, string Body, string Id)[] Recorded() =>
        [
            .. Captures
                .Exchanges("openstack")
                .Where(exchange => (int)exchange["status"]! is >= 400 and < 501)
                // Nobody here asks it, and what it names stands below a second envelope.
                .Where(exchange => (string)exchange["service"]! != "heat")
                .Select(exchange =>
                    (
                        (int)exchange["status"]!,
                        Captures.BodyOf("openstack", exchange) ?? "",
                        Id: Uri.UnescapeDataString(((string)exchange["path"]!).Split('/')[^1])
                    )
                )
                .Where(refusal => refusal.Id is not ("" or "." or ".."))
                .Distinct(),
        ];

    [Test]
    public async Task A_recorded_list_that_breaks_off_is_garbled_wherever_it_was_cut()
    {
        var whole = Captures.Body("openstack", "server-list-all-projects", "GET", "/v2.1/servers/detail");
        var length = 0;
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail" ? (200, whole[..length]) : null
        );
        foreach (var part in new[] { 0.01, 0.1, 0.33, 0.5, 0.75, 0.99 })
        {
            length = (int)(whole.Length * part);
            (await cloud.OpenStack.Compute.Servers(Acceptance.Cloud.OpenStack.Scope.Admin, allProjects: true)).Unread(
                Unreadable.Garbled
            );
        }

        length = whole.Length;
        (await cloud.OpenStack.Compute.Servers(Acceptance.Cloud.OpenStack.Scope.Admin, allProjects: true))
            .Value()
            .Should()
            .NotBeEmpty();
    }

    private static Unreadable Kind(int status, bool named) =>
        status switch
        {
            401 => Unreadable.Unauthorised,
            // 413 is cinder's word for a quota, which neutron and nova refuse with 403.
            403 or 413 => Unreadable.Forbidden,
            404 => named ? Unreadable.NotFound : Unreadable.Failed,
            409 => Unreadable.Conflict,
            429 => Unreadable.RateLimited,
            >= 500 => Unreadable.ServerError,
            _ => Unreadable.Failed,
        };

    /// <summary>The longest text under a name that envelopes use, of an error that is one object.</summary>
    private static string? Words(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject root && root.Count == 1 && root.First().Value is JsonObject inner
                ? Wrappers
                    .Select(name =>
                        inner[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
                            ? ((string)value!).Trim()
                            : null
                    )
                    .FirstOrDefault(text => text is { Length: > 0 })
                    ?.Split('\n')[0]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
