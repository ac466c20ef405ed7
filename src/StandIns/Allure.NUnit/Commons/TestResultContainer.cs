namespace Allure.Net.Commons;

/// <summary>What is around tests, as one -container.json.</summary>
public class TestResultContainer
{
    public string? uuid { get; set; }

    public string? name { get; set; }

    public List<string> children { get; set; } = [];

    public List<FixtureResult> befores { get; set; } = [];

    public List<FixtureResult> afters { get; set; } = [];

    public List<Link> links { get; set; } = [];

    public long start { get; set; }

    public long stop { get; set; }
}
