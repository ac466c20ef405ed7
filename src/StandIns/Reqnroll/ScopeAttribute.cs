namespace Reqnroll;

/// <summary>Narrows a binding to a tag, a feature title, a scenario title, or all that are given; several attributes are alternatives.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ScopeAttribute : Attribute
{
    public string? Tag { get; set; }

    public string? Feature { get; set; }

    public string? Scenario { get; set; }
}
