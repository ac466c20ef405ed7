namespace Acceptance.Runs.Scenarios;

/// <summary>What a verdict means to whoever runs the scenario.</summary>
public enum ShownAs
{
    Passed,

    /// <summary>Nobody is to blame here: not asked, or the first who met the same cause has failed with it.</summary>
    Ignored,
    Failed,
}
