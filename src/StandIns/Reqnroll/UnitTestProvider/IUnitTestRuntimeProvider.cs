namespace Reqnroll.UnitTestProvider;

/// <summary>How a step or a hook ends its scenario other than by success or failure.</summary>
public interface IUnitTestRuntimeProvider
{
    void TestPending(string message);

    void TestInconclusive(string message);

    void TestIgnore(string message);

    /// <summary>The status that one of the runner's own exceptions stands for; null for any other exception.</summary>
    ScenarioExecutionStatus? DetectExecutionStatus(Exception exception);
}
