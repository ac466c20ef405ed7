using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Running;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>Ten of the runbooks' openstack lines in all four output forms: the same fields in each.</summary>
[TestFixture]
[Category("RealClients")]
[Category("Runbook")]
public sealed partial class FormTests
{
    private const string Capi =
        "source ~/admin-openrc; unset OS_PROJECT_NAME OS_PROJECT_DOMAIN_NAME OS_TENANT_NAME OS_TENANT_ID; "
        + "export OS_PROJECT_ID=674171fd28d446d3a37073b6a761e910";
    private const string Admin = "source ~/admin-openrc";

    private static readonly (string Scope, string Line)[] Lines =
    [
        (Capi, "server list"),
        (Capi, "server show capi-mgmt-v2"),
        (Capi, "loadbalancer list"),
        (Capi, "loadbalancer show 0f968008-8429-4ac3-8b82-452e126982cf"),
        (Admin, "loadbalancer amphora list"),
        (Admin, "hypervisor list --long"),
        (Capi, "image show ubuntu-jammy-kube-v1.34.8"),
        (Capi, "coe cluster show capi-test-1"),
        (Capi, "coe cluster template show capi-k8s-v1-34"),
        (Admin, "project show capi-mgmt --domain capi"),
    ];

    [Test]
    public void The_four_forms_say_the_same_fields()
    {
        Operator.NeedsClients();
        var asked = Breadth.Sample(Enumerable.Range(0, Lines.Length).ToArray(), 2);
        using var evening = new Evening(Operator.Self);
        foreach (
            var (at, form) in asked.SelectMany(at =>
                ((string[])["json", "yaml", "value", "table"]).Select(form => (at, form))
            )
        )
            evening.Script($"{at}-{form}", $"{Lines[at].Scope}\nCOLUMNS=2000 openstack {Lines[at].Line} -f {form}\n");
        var ran = evening.InTwin("accepted");
        foreach (var at in asked)
            Compare(Lines[at].Line, form => ran[$"{at}-{form}"]);
    }

    private static void Compare(string line, Func<string, Ran> form)
    {
        foreach (var one in (string[])["json", "yaml", "value", "table"])
            form(one).Exit.Should().Be(0, "openstack {0} -f {1} said {2}", line, one, form(one).Output);
        var json = JsonNode.Parse(form("json").Output)!;
        var rows = json as JsonArray ?? [json.DeepClone()];
        rows.Should().NotBeEmpty(line);
        string[] fields = [.. rows[0]!.AsObject().Select(field => field.Key)];
        (json is JsonArray ? ListKey() : ShowKey())
            .Matches(form("yaml").Output)
            .Select(match => match.Groups[1].Value.Trim('\''))
            .Distinct()
            .Should()
            .BeEquivalentTo(fields, "openstack {0} -f yaml has the fields of -f json", line);
        var table = Rows(form("table").Output);
        var listed = json is JsonArray;
        (listed ? table[0] : table.Skip(1).Select(row => row[0]).Where(name => name.Length > 0).ToArray())
            .Should()
            .BeEquivalentTo(fields, "openstack {0} -f table has them too", line);
        form("value")
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Length.Should()
            .BeGreaterThanOrEqualTo(
                listed ? rows.Count : fields.Length / 2,
                "openstack {0} -f value has their values",
                line
            );
    }

    private static string[][] Rows(string table)
    {
        return table
            .Split('\n')
            .Where(row => row.StartsWith('|'))
            .Select(row => row.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray())
            .ToArray();
    }

    [GeneratedRegex(@"^(?:- |  )('[^']+'|[A-Za-z][\w -]*):(?: |$)", RegexOptions.Multiline)]
    private static partial Regex ListKey();

    [GeneratedRegex(@"^('[^']+'|[A-Za-z][\w:-]*):(?: |$)", RegexOptions.Multiline)]
    private static partial Regex ShowKey();
}
