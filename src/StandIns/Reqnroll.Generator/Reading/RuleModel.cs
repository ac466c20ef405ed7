namespace Reqnroll.Generator.Reading;

internal sealed record RuleModel(string Title, string Description, string[] Tags);
