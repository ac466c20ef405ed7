using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Secrets;

/// <summary>What looks like a secret goes, though nobody has learned it.</summary>
public sealed partial class SecretShapeTests
{
    /// <summary>Parts of the examples that are no secret: an id beside one, a public half, a name.</summary>
    private static readonly string[] Public =
    [
        "d2887105-da23-49c4-8e25-55dec0ff9cdb",
        "8686b12229ad0ef9295c7d24b1b92f0f",
        "mysql+pymysql",
        "u002Bpymysql",
        "unseal_keys_b64",
        "unseal_keys_hex",
        "2026-12-01T00",
        "10.12.8.1/system",
        "charset=utf8",
    ];

    private static IEnumerable<TestCaseData> Shapes() =>
        File.Exists(SharedFolder.PathOf("lint", "secrets.tsv"))
            ? File.ReadLines(SharedFolder.PathOf("lint", "secrets.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length > 3)
                .Select(cells => new TestCaseData(cells[3]).SetArgDisplayNames(cells[0]))
            : [new TestCaseData("").SetArgDisplayNames("no shapes")];

    /// <summary>
    /// Every run of an example that could be a secret is masked, as written and as JSON, Python, HTML and a URL spell
    /// it.
    /// </summary>
    [TestCaseSource(nameof(Shapes))]
    public void Each_shape_that_operators_met_is_covered(string example)
    {
        SharedFolder.Need("lint", "then no shape of it is tried");
        foreach (var text in Spelled(example))
        {
            var left = new Redaction().Redacted(text);
            Candidate()
                .Matches(left)
                .Select(match => match.Value)
                .Where(word => word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && !Public.Contains(word))
                .Where(word => !word.Contains("REDACTED"))
                .Should()
                .BeEmpty("of {0} stays {1}", text, left);
            left.Should().Contain("REDACTED");
        }
    }

    private static IEnumerable<string> Spelled(string example) =>
        [
            example,
            example.Replace("\\n", "\n"),
            example.Replace("\"", "\\\""),
            example.Replace('"', '\''),
            JsonEncodedText.Encode(example).ToString(),
            WebUtility.HtmlEncode(example),
            Uri.EscapeDataString(example),
        ];

    [TestCase("Authorization: Bearer abc123", "Authorization: Bearer REDACTED")]
    [TestCase("sent Bearer sha256~Zm9vYmFy0 to it", "sent Bearer REDACTED to it")]
    [TestCase("api" + "_key=0a1b2c3d, region=x", "api" + "_key=REDACTED, region=x")]
    [TestCase("hvs.CAESIJ0 was given", "hvs.CAESIJ0 was given")]
    [TestCase("hvs.CAESIJ012345 was given", "REDACTED was given")]
    [TestCase("https://u:p4ss@git.example/x", "https://u:REDACTED@git.example/x")]
    [TestCase("{\"password\": \"a b\", \"user\": \"c\"}", "{\"password\": REDACTED, \"user\": \"c\"}")]
    public void A_shape_goes_and_what_stands_beside_it_stays(string text, string left) =>
        new Redaction().Redacted(text).Should().Be(left);

    /// <summary>Honest words of a cloud that come near a shape.</summary>
    [TestCase("the bearer authentication of the API")]
    [TestCase("POST https://10.12.4.50:5000/v3/auth/tokens -> 201")]
    [TestCase("Unseal Key Shares: 5, Key Threshold 3")]
    [TestCase("d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592 *image.qcow2")]
    [TestCase("sshd.service, pods.metrics.k8s.io, us.archive.ubuntu.com")]
    [TestCase("capi-mgmt: server 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d is SHUTOFF")]
    [TestCase("qemu+ssh://maas@10.12.8.1/system")]
    [TestCase("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUI=")]
    public void Honest_words_stay(string text) => new Redaction().Redacted(text).Should().Be(text);

    [Test]
    public void What_is_masked_once_stays_as_it_is()
    {
        var redaction = new Redaction();
        var once = redaction.Redacted("token: abc, -----BEGIN PRIVATE KEY-----\nMII\n, https://a:b@c, Bearer 0123456");
        redaction.Redacted(once).Should().Be(once);
    }

    [GeneratedRegex("[A-Za-z0-9+/_$!#.=-]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Candidate();
}
