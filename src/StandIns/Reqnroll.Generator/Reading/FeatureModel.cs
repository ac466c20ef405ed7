namespace Reqnroll.Generator.Reading;

internal sealed record FeatureModel(
    string Title,
    string Description,
    int Line,
    string[] Tags,
    List<ScenarioModel> Scenarios,
    List<RefusalModel> Refusals
);
