using Reqnroll.Bindings;

namespace Reqnroll.Matching;

/// <summary>A step as it stands in the feature, its And resolved to Given, When or Then.</summary>
internal sealed record StepText(StepDefinitionType Type, string Text, string? DocString, DataTable? Table)
{
    /// <summary>What follows the captured arguments: the doc string, then the table.</summary>
    public IEnumerable<object> Extras
    {
        get
        {
            if (DocString is not null)
            {
                yield return DocString;
            }

            if (Table is not null)
            {
                yield return Table;
            }
        }
    }
}
