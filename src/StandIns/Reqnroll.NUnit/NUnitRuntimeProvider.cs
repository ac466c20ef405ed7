using Reqnroll.UnitTestProvider;

namespace Reqnroll.NUnit;

internal sealed class NUnitRuntimeProvider : IUnitTestRuntimeProvider
{
    public void TestPending(string message) => global::NUnit.Framework.Assert.Inconclusive(message);

    public void TestInconclusive(string message) => global::NUnit.Framework.Assert.Inconclusive(message);

    public void TestIgnore(string message) => global::NUnit.Framework.Assert.Ignore(message);

    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) =>
        exception is global::NUnit.Framework.InconclusiveException or global::NUnit.Framework.IgnoreException
            ? ScenarioExecutionStatus.Skipped
            : null;
}
