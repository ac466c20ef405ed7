namespace Reqnroll.Generator.Reading;

/// <param name="Type">Given, When or Then; null for And, But and *.</param>
internal sealed record StepModel(
    int Line,
    string Keyword,
    string? Type,
    string Text,
    string? DocString,
    string[][]? Table
);
