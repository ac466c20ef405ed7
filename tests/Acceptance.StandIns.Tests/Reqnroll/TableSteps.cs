using System.Globalization;
using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
[Scope(Feature = "Tables as objects")]
public sealed class TableSteps
{
    private Node node = new();

    [When("this is read")]
    public void WhenRead(DataTable table) => node = table.CreateInstance<Node>();

    [Then("the object is {word} of {word}, {double}, {HostKind}, {}, on {int} ports")]
    public void ThenTheObjectIs(string name, string day, double weight, HostKind kind, string parent, int ports)
    {
        node.Name.Should().Be(name);
        node.CreatedAt.Should().Be(DateTime.Parse(day, CultureInfo.InvariantCulture));
        node.Weight.Should().Be(weight);
        node.Kind.Should().Be(kind);
        (node.Parent is null ? "without parent" : $"with parent {node.Parent}").Should().Be(parent);
        node.Ports.Should().HaveCount(ports);
    }

    [Then("it compares to")]
    public void ThenItCompares(Table table)
    {
        table.CompareToInstance(node);
        table.CompareToSet([node]);
        table.IsEquivalentToInstance(node).Should().BeTrue();
    }

    [Then("comparing it to this says {string}")]
    public void ThenComparingSays(string words, DataTable table) => Says(() => table.CompareToInstance(node), words);

    [Then("as a set, comparing it to this says {string}")]
    public void ThenComparingASetSays(string words, DataTable table) => Says(() => table.CompareToSet([node]), words);

    [Then("the table itself reads {string}")]
    public void ThenTheTableReads(string text, DataTable table)
    {
        var rows = Enumerable.Range(0, table.RowCount).Select(row => $"{table.Rows[row]["a"]} {table.Rows[row][1]}");
        string.Join("; ", rows.Prepend(string.Join(' ', table.Header))).Should().Be(text);
    }

    private static void Says(Action compare, string words) =>
        compare
            .Should()
            .Throw<ComparisonException>()
            .Which.Message.Should()
            .Contain(words.Replace("\\\"", "\"").Replace("\\n", "\n"));
}
