using Reqnroll.Bindings;

namespace Reqnroll.Execution;

/// <summary>A step as the generator read it; <see cref="Type"/> is null for And, But and *.</summary>
internal sealed record StepLine(
    int Line,
    string Keyword,
    StepDefinitionType? Type,
    string Text,
    string? DocString,
    DataTable? Table
);
