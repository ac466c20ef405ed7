using System.Net;
using System.Net.Http;
using System.Text;
using Acceptance.Surroundings;

namespace Acceptance.Twin.Tests.Doors;

/// <summary>The control wire answers programs of the twin's own user that have its address whole.</summary>
public sealed class ControlDoorTests
{
    private static readonly string[] Asked = ["clock", "faults", "log", "state"];

    [Test]
    public async Task Who_has_not_the_word_is_refused_and_told_the_way_out()
    {
        await using var twin = Cloud.Twin.Twin.Start();
        using var client = new HttpClient();
        foreach (var path in Asked.Concat(Asked.Select(path => new string('0', 64) + "/" + path)).Append(""))
        {
            using var answer = await client.GetAsync(new Uri($"http://{twin.Control.Authority}/{path}"));
            ((int)answer.StatusCode).Should().Be(401, path);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("ACCEPTANCE_CONTROL");
        }

        using var struck = await client.PostAsync(
            new Uri($"http://{twin.Control.Authority}/faults/vault-sealed"),
            null
        );
        struck.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        twin.FaultsInForce.Should().BeEmpty();
        (await client.GetAsync(new Uri(twin.Control, "state"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>
    /// A page may be led to any address by its own name's resolver: it still names its host and itself.
    /// </summary>
    [TestCase("Origin", "https://a-page.example")]
    [TestCase("Origin", "null")]
    [TestCase("Host", "a-page.example:7077")]
    [TestCase("Host", "localhost:7077")]
    public async Task A_web_page_is_refused_even_with_the_word(string header, string value)
    {
        await using var twin = Cloud.Twin.Twin.Start();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(twin.Control, "faults/vault-sealed"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("ACCEPTANCE_CONTROL");
        twin.FaultsInForce.Should().BeEmpty();
    }

    [Test]
    public async Task Another_user_of_the_machine_is_refused_even_with_the_word()
    {
        AnotherUser.Need();
        await using var twin = Cloud.Twin.Twin.Start();
        var told = await AnotherUser.Run(
            $"exec 3<>/dev/tcp/{twin.Control.Host}/{twin.Control.Port}; printf 'POST {twin.Control.AbsolutePath}faults/"
                + $@"vault-sealed HTTP/1.1\r\nHost: {twin.Control.Authority}\r\nContent-Length: 0\r\n"
                + @"Connection: close\r\n\r\n' >&3; timeout 5 cat <&3"
        );
        told.Out.Should().StartWith("HTTP/1.1 403 ", told.Err).And.Contain("of the user who started the twin");
        twin.FaultsInForce.Should().BeEmpty();
    }

    [Test]
    public async Task A_body_is_not_read()
    {
        await using var twin = Cloud.Twin.Twin.Start();
        using var client = new HttpClient();
        using var answer = await client.PostAsync(
            new Uri(twin.Control, "faults/vault-sealed"),
            new ByteArrayContent(Encoding.UTF8.GetBytes("{}"))
        );
        ((int)answer.StatusCode).Should().Be(413);
        twin.FaultsInForce.Should().BeEmpty();
    }

    [TestCase("NaN")]
    [TestCase("-1")]
    [TestCase("1e300")]
    [TestCase("soon")]
    public async Task A_span_that_is_none_is_told(string seconds)
    {
        await using var twin = Cloud.Twin.Twin.Start();
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(twin.Control, $"clock/advance?seconds={seconds}"), null);
        ((int)answer.StatusCode).Should().Be(400);
        (await answer.Content.ReadAsStringAsync()).Should().Contain($"found '{seconds}'");
    }
}
