using Reqnroll;
using Reqnroll.BoDi;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
public static class RunHooks
{
    private static RunWideLog? made;

    [BeforeTestRun]
    public static void Register(IObjectContainer container) =>
        container.RegisterInstanceAs(made = new RunWideLog { Text = "run" });

    [AfterTestRun]
    public static void Check(RunWideLog log)
    {
        if (!ReferenceEquals(log, made))
        {
            throw new InvalidOperationException("The run's container handed out another object.");
        }
    }
}
