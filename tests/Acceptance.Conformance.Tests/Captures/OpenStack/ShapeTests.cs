using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>The comparison sees what it is there for, and does not see values.</summary>
[TestFixture]
public sealed class ShapeTests
{
    private readonly IdBook _book = new(61);

    [TestCase("""{"a": 1, "name": "x"}""", """{"a": 2, "name": "y"}""")]
    [TestCase(
        """{"id": "212d0898-80f5-4934-9c69-936fd0c02147"}""",
        """{"id": "0f968008-8429-4ac3-8b82-452e126982cf"}"""
    )]
    [TestCase("""{"at": "2026-11-20T14:00:02.000000"}""", """{"at": "2030-01-02T03:04:05.000000"}""")]
    [TestCase("""{"metadata": {"a": "1"}}""", """{"metadata": {}}""")]
    [TestCase("""{"up": true}""", """{"up": false}""")]
    [TestCase(
        """{"status": "PENDING_CREATE", "updated_at": null}""",
        """{"status": "PENDING_CREATE", "updated_at": "2026-11-20T14:00:02"}"""
    )]
    public void Values_are_not_the_shape(string captured, string twin) => Of(captured, twin).Should().BeNull();

    [TestCase("""{"a": 1}""", """{}""", ".a is missing")]
    [TestCase("""{}""", """{"a": 1}""", ".a is said, and was not")]
    [TestCase("""{"a": 1}""", """{"a": "1"}""", ".a is '1', and was 1")]
    [TestCase("""{"a": null}""", """{"a": "x"}""", ".a is 'x', and was null")]
    [TestCase("""{"status": "ACTIVE"}""", """{"status": "ERROR"}""", ".status is ERROR, and was ACTIVE")]
    [TestCase(
        """{"at": "2026-11-20T14:00:02.000000"}""",
        """{"at": "2026-11-20T14:00:02Z"}""",
        ".at is 9999-99-99T99:99:99Z"
    )]
    [TestCase("""{"servers": []}""", """{"servers": [{"id": "x"}]}""", ".servers has 1 items, and had 0")]
    [TestCase(
        """{"servers": [{"name": "a", "id": "1"}]}""",
        """{"servers": [{"name": "a"}]}""",
        ".servers[0].id is missing"
    )]
    public void Fields_types_forms_and_states_are(string captured, string twin, string difference) =>
        Of(captured, twin).Should().StartWith(difference);

    [Test]
    public void Errors_are_compared_by_their_words_without_ids_and_numbers()
    {
        var shape = new Shape(_book);
        JsonNode Says(string text) => new JsonObject { ["message"] = text };
        shape
            .Of(
                Says("Instance 212d0898-80f5-4934-9c69-936fd0c02147 is not ready"),
                Says("Instance 0f968008-8429-4ac3-8b82-452e126982cf is not ready"),
                words: true
            )
            .Should()
            .BeNull();
        shape
            .Of(
                Says("Instance 212d0898-80f5-4934-9c69-936fd0c02147 is not ready"),
                Says("Instance 0f968008-8429-4ac3-8b82-452e126982cf is locked"),
                words: true
            )
            .Should()
            .Contain("is locked");
    }

    [Test]
    public void A_status_a_missing_header_and_another_body_are_differences()
    {
        var captured = new CapturedExchange(
            "nova",
            "GET",
            "/v2.1/servers",
            "",
            [],
            null,
            200,
            [("Content-Type", "application/json"), ("Vary", "OpenStack-API-Version")],
            JsonNode.Parse("""{"servers": []}"""),
            ""
        );
        var comparison = new ExchangeComparison(_book);
        TwinAnswer Answer(int status, string body, params (string, string)[] headers) =>
            new(status, headers, System.Text.Encoding.UTF8.GetBytes(body));
        comparison
            .Of(
                captured,
                Answer(
                    200,
                    """{"servers": []}""",
                    ("content-type", "application/json"),
                    ("vary", "openstack-api-version")
                )
            )
            .Should()
            .BeNull();
        comparison
            .Of(captured, Answer(403, """{"forbidden": {}}""", ("content-type", "application/json")))
            .Should()
            .Contain("403, and was 200");
        comparison
            .Of(captured, Answer(200, """{"servers": []}""", ("content-type", "application/json")))
            .Should()
            .Contain("header Vary is missing");
        comparison
            .Of(
                captured,
                Answer(200, "servers", ("content-type", "application/json"), ("vary", "OpenStack-API-Version"))
            )
            .Should()
            .Contain("no JSON");
    }

    [TestCase(
        "openstack server list",
        "+----+------+\n| ID | Name |\n+----+------+\n| 1  | a    |\n+----+------+\n",
        "+----+\n| ID |\n+----+\n| 1  |\n+----+\n",
        "stdout has ID"
    )]
    [TestCase("openstack server show a -f json", "{\"id\": \"1\"}", "{}", ".stdout.id is missing")]
    public void What_is_printed_is_compared_by_its_columns(
        string command,
        string captured,
        string twin,
        string difference
    )
    {
        JsonNode form = command.EndsWith("json", StringComparison.Ordinal)
            ? JsonNode.Parse(captured)!
            : JsonValue.Create(captured);
        var capture = new OpenStackCapture(
            "a",
            1,
            command,
            new Dictionary<string, string>(),
            0,
            new JsonObject { [command.EndsWith("json", StringComparison.Ordinal) ? "json" : "table"] = form },
            "",
            "",
            [],
            null
        );
        var printed = new PrintedShape(_book);
        printed.Of(capture, 0, captured, "").Should().BeNull();
        printed.Of(capture, 0, twin, "").Should().StartWith(difference);
        printed.Of(capture, 1, captured, "").Should().StartWith("exit 1, and was 0");
        printed.Of(capture, 0, captured, "No Server found for a\n").Should().StartWith("stderr says");
    }

    private string? Of(string captured, string twin) =>
        new Shape(_book).Of(JsonNode.Parse(captured), JsonNode.Parse(twin), words: false);
}
