namespace Reqnroll;

/// <summary>A method that turns the text or the table of a step into its return type; <see cref="Name"/> is usable as <c>{Name}</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepArgumentTransformationAttribute : Attribute
{
    public const int DefaultOrder = 10000;

    public StepArgumentTransformationAttribute() { }

    public StepArgumentTransformationAttribute(string regex, int order = DefaultOrder)
    {
        Regex = regex;
        Order = order;
    }

    public string? Regex { get; set; }

    public string? Name { get; set; }

    public int Order { get; set; } = DefaultOrder;
}
