using Reqnroll.Bindings;

namespace Reqnroll;

public class StepInfo(StepDefinitionType stepDefinitionType, string text, Table? table, string? multilineText)
{
    public StepDefinitionType StepDefinitionType { get; } = stepDefinitionType;

    public string Text { get; } = text;

    public Table? Table { get; } = table;

    public string? MultilineText { get; } = multilineText;
}
