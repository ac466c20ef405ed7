using Acceptance.Cloud;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>
/// Services that answer what is costly to look at; the others stand in <see cref="Hostile.HostileServicesTests"/>.
/// </summary>
public sealed class ServiceBoundsTests
{
    private const string Services = "/v2.1/os-services";

    /// <summary>Looked at by an expression that backtracks, each would take a minute.</summary>
    [TestCase("<head")]
    [TestCase("<head>")]
    [TestCase("<script ")]
    [TestCase("<")]
    [TestCase(" <a>")]
    [MaxTime(10_000)]
    public async Task A_body_that_is_costly_to_look_at_holds_nobody_up(string again)
    {
        var body = string.Concat(Enumerable.Repeat(again, 300_000 / again.Length));
        await using var cloud = new RestCloud(http => http.Request.Path == Services ? (500, body) : null);
        (await cloud.OpenStack.Compute.Services())
            .Unread(Unreadable.ServerError)
            .Sentence.ToString()
            .Should()
            .StartWith($"GET {cloud.At}v2.1/os-services answered 500")
            .And.EndWith("; read the service's own log, and ask the haproxy before it.");
    }

    [Test]
    public async Task Of_a_long_refusal_the_beginning_is_told()
    {
        var body = "<html><body>no " + new string('x', 1_000_000) + "</body></html>";
        await using var cloud = new RestCloud(http => http.Request.Path == Services ? (400, body) : null);
        (await cloud.OpenStack.Compute.Services())
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Be($"GET {cloud.At}v2.1/os-services answered 400: no {new string('x', 297)}….");
    }
}
