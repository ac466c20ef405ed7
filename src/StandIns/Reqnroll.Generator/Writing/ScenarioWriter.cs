using Reqnroll.Generator.Reading;

namespace Reqnroll.Generator.Writing;

/// <summary>Writes a scenario as a test, an outline as a test with a case a row.</summary>
internal sealed class ScenarioWriter(SourceText source, FeatureFile file)
{
    private const string NUnit = "global::NUnit.Framework.";

    public void Write(ScenarioModel scenario)
    {
        source.Line(0, "");
        if (scenario.Rows is null)
        {
            source.Line(1, $"[{NUnit}Test]");
        }
        else
        {
            Rows(scenario.Rows);
        }

        source.Line(1, $"[{NUnit}Description({SourceText.Literal(scenario.Title)})]");
        TagAttributes.Write(source, 1, (scenario.Rule?.Tags ?? []).Concat(scenario.Tags).Distinct());
        source.At(scenario.Line, file.Path);
        source.Line(1, $"public void {Identifier.Of(scenario.Title)}({Parameters(scenario)}) {{");
        source.Line(2, Begin(scenario));
        if (scenario.Refusal is null)
        {
            Steps(scenario);
        }
        else
        {
            source.Line(2, $"{NUnit}Assert.Fail({SourceText.Literal(scenario.Refusal)});");
        }

        source.Line(1, "}").Default();
    }

    private void Steps(ScenarioModel scenario)
    {
        source.Line(2, "reqnrollScenario.Start();");
        foreach (var step in scenario.Steps)
        {
            source.At(step.Line, file.Path).Line(2, $"reqnrollScenario.{step.Type ?? "And"}({Arguments(step)});");
        }

        source.At(scenario.Line, file.Path).Line(2, "reqnrollScenario.Finish();");
    }

    private static string Arguments(StepModel step)
    {
        var keyword = step.Type is null ? SourceText.Literal(step.Keyword) + ", " : "";
        var arguments = $"{step.Line}, {keyword}{SourceText.Literal(step.Text)}";
        if (step.DocString is not null)
        {
            arguments += $", docString: {SourceText.Literal(step.DocString)}";
        }

        return step.Table is null
            ? arguments
            : $"{arguments}, table: [{string.Join(", ", step.Table.Select(SourceText.Literals))}]";
    }

    private static string Begin(ScenarioModel scenario) =>
        $"reqnrollScenario = reqnrollFeature.Scenario({scenario.Line}, {SourceText.Literal(scenario.Title)}, "
        + $"{SourceText.Literal(scenario.Description)}, {SourceText.Literals(scenario.Tags)}, {Rule(scenario.Rule)}{Row(scenario)});";

    private static string Rule(RuleModel? rule) =>
        rule is null
            ? "null"
            : $"new global::Reqnroll.RuleInfo({SourceText.Literal(rule.Title)}, {SourceText.Literal(rule.Description)}, {SourceText.Literals(rule.Tags)})";

    private static string[] Columns(ScenarioModel scenario) => scenario.Rows is null ? [] : scenario.Rows[0].Columns;

    private static string Parameters(ScenarioModel scenario) =>
        scenario.Rows is null
            ? ""
            : string.Join(", ", Columns(scenario).Select((_, i) => $"string column{i}").Concat(["string rowTags"]));

    private static string Row(ScenarioModel scenario) =>
        scenario.Rows is null
            ? ""
            : ", rowTags, "
                + string.Join(
                    ", ",
                    Columns(scenario).Select((column, i) => $"{SourceText.Literal(column)}, column{i}")
                );

    private void Rows(List<RowModel> rows)
    {
        var columns = rows[0].Columns;
        var names = new HashSet<string>();
        foreach (var row in rows)
        {
            var cells = columns.Select(column => row.Cells[Array.IndexOf(row.Columns, column)]).ToArray();
            var shown = string.Join(",", cells.Select((_, i) => $"{{{i}}}"));
            var name =
                row.ExamplesName.Length == 0
                    ? shown
                    : $"{row.ExamplesName.Replace('{', '(').Replace('}', ')')}: {shown}";
            var twin = names.Add(name + string.Join("|", cells)) ? "" : $" row {rows.IndexOf(row) + 1}";
            source.Line(
                1,
                $"[{NUnit}TestCase({string.Join(", ", cells.Concat([string.Join(",", row.Tags)]).Select(SourceText.Literal))}, "
                    + $"TestName = {SourceText.Literal($"{{m}}({name}){twin}")}{RowTags(row)})]"
            );
        }
    }

    private static string RowTags(RowModel row)
    {
        var categories = row.Tags.Where(tag => !TagAttributes.IsIgnore(tag)).ToArray();
        var ignore = categories.Length < row.Tags.Length ? ", IgnoreReason = \"Ignored by @ignore tag\"" : "";
        return categories.Length == 0
            ? ignore
            : $", Category = {SourceText.Literal(string.Join(",", categories))}{ignore}";
    }
}
