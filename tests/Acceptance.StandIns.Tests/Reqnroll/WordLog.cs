namespace Acceptance.StandIns.Tests.Reqnroll;

/// <summary>One a scenario: what its steps say they did.</summary>
public sealed class WordLog
{
    private readonly List<string> words = [];

    public void Add(string word) => words.Add(word);

    public override string ToString() => string.Join(' ', words);
}
