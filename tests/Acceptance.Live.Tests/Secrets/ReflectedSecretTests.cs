using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Live.Tests.OpenStack;

namespace Acceptance.Live.Tests.Secrets;

/// <summary>S17: a service that says back what it was sent, in any spelling, is not quoted with it.</summary>
public sealed class ReflectedSecretTests
{
    private static readonly (string Spelling, Func<string, string> Spell)[] Spellings =
    [
        ("plain", text => text),
        ("within words", text => $"token{text}of"),
        ("as a URL has it", Uri.EscapeDataString),
        ("base64", text => Base64("", text)),
        ("base64, a byte later", text => Base64("x", text)),
        ("base64, two bytes later", text => Base64("xy", text)),
        ("hex", text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        from secret in new[] { "pw-secret", "t1-token" }
        from spelling in Spellings
        select new TestCaseData(secret, spelling.Spell).SetArgDisplayNames(secret, spelling.Spelling);

    [TestCaseSource(nameof(Cases))]
    public async Task A_service_that_reflects_a_secret_is_told_without_it(string secret, Func<string, string> spell)
    {
        var spelled = spell(secret);
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail"
                ? (500, $$$"""{"error": {"code": 500, "message": "no such: {{{spelled}}}"}}""")
                : null
        );
        var unread = (await cloud.OpenStack.Compute.Servers(Scope.Admin)).Unread(Unreadable.ServerError);
        unread.Sentence.ToString().Should().Contain("no such").And.NotContain(spelled);
        unread.Evidence.Excerpt.ToString().Should().Contain("no such").And.NotContain(spelled);
    }

    /// <summary>At each place around the end of what is quoted: a half of it is a secret, too.</summary>
    [Test]
    public async Task A_secret_that_the_end_of_a_quotation_halves_is_not_quoted_to_its_half(
        [Range(286, 300)] int before,
        [Values("halved-in-this-test", "0123456789abcdefgh:0123456789abcdefgh:0123456789abcdef0123456789abcdef")]
            string secret
    )
    {
        Redaction.OfProcess.Learn("halved-in-this-test");
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail"
                ? (500, $$$"""{"error": {"message": "{{{new string('x', before - 1)}}} {{{secret}}} and more"}}""")
                : null
        );
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.ServerError)
            .Sentence.ToString()
            .Should()
            .Contain("xxx")
            .And.NotContain(secret[..4]);
    }

    [Test]
    public async Task A_control_that_a_body_spells_is_not_spelled_on()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail"
                ? (500, """{"error": {"message": "a\u001b[31m\u202Eb\ud83d\ude00"}}""")
                : null
        );
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.ServerError)
            .Evidence.Excerpt.ToString()
            .Should()
            .Contain("a\ufffd[31m\ufffdb\\ud83d\\ude00");
    }

    [Test]
    public async Task A_body_that_cannot_be_read_and_a_redirect_are_told_without_it()
    {
        await using var garbled = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail" ? (200, """{"servers": "t1-token"}""") : null
        );
        (await garbled.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .NotContain("t1-token");
    }

    [Test]
    public void What_a_kubeconfig_proves_its_user_with_is_learned()
    {
        var redaction = new Redaction();
        redaction.LearnKubeconfig(
            """
            users:
            - name: admin
              user:
                token: "bearer-of-this-test-1"
                client-key-data: a2V5LW9mLXRoaXMtdGVzdA==
            - {name: other, user: {password: word-of-this-test}}
            """
        );
        redaction
            .Redacted("bearer-of-this-test-1, a2V5LW9mLXRoaXMtdGVzdA== and word-of-this-test")
            .Should()
            .Be("REDACTED, REDACTED and REDACTED");
    }

    [Test]
    public void A_short_password_is_no_syllable()
    {
        var redaction = new Redaction();
        redaction.Learn("nova");
        redaction.Redacted("nova, novation, innovate, nova").Should().Be("REDACTED, novation, innovate, REDACTED");
    }

    [Test]
    public void A_secret_that_begins_with_another_goes_whole()
    {
        var redaction = new Redaction();
        redaction.Learn("abcdefgh");
        redaction.Learn("abcdefgh-ijklmnop");
        redaction.Redacted("<abcdefgh-ijklmnop><abcdefgh>").Should().Be("<REDACTED><REDACTED>");
    }

    [Test]
    public void Ten_thousand_secrets_cost_a_text_one_walk()
    {
        var redaction = new Redaction();
        for (var one = 0; one < 10_000; one++)
            redaction.Learn($"secret-{one:D5}-of-many");
        var text = string.Concat(Enumerable.Repeat("nothing of it stands in here; ", 10_000)) + "secret-07777-of-many";
        redaction.WithoutLearned(text).Should().EndWith("here; REDACTED");
    }

    private static string Base64(string before, string secret)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + "zzz"));
        var first = before.Length == 0 ? 0 : before.Length + 1;
        return encoded[first..((before.Length + secret.Length) * 8 / 6)];
    }
}
