namespace Reqnroll;

public class RuleInfo(string title, string description, string[] tags)
{
    public string Title { get; } = title;

    public string Description { get; } = description;

    public string[] Tags { get; } = tags;
}
