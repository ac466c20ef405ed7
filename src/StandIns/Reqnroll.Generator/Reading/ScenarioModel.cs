namespace Reqnroll.Generator.Reading;

/// <param name="Rows">Of an outline, all its Examples together; null for a plain scenario.</param>
/// <param name="Refusal">Why it fails without being run, or null.</param>
internal sealed record ScenarioModel(
    string Title,
    string Description,
    int Line,
    string[] Tags,
    RuleModel? Rule,
    List<StepModel> Steps,
    List<RowModel>? Rows,
    string? Refusal
);
