using Reqnroll;
using Reqnroll.Analytics;
using Reqnroll.BoDi;

namespace Acceptance.StandIns.Tests.Reqnroll;

/// <summary>Reqnroll posts nothing and keeps no id of the user, whoever starts the tests.</summary>
[Binding]
public sealed class TelemetryTests
{
    private static IEnvironmentReqnrollTelemetryChecker? asked;

    [BeforeTestRun]
    public static void Look(IObjectContainer container) =>
        asked = container.Resolve<IEnvironmentReqnrollTelemetryChecker>();

    [Test]
    public void The_runtime_is_told_no()
    {
        asked.Should().BeOfType<NoTelemetry>();
        asked!.IsReqnrollTelemetryEnabled().Should().BeFalse();
    }

    [Test]
    public void Whatever_asks_for_the_variable_is_told_no_too() =>
        new EnvironmentReqnrollTelemetryChecker().IsReqnrollTelemetryEnabled().Should().BeFalse();
}
