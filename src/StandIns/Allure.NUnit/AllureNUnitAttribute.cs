using Allure.NUnit.Core;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Allure.NUnit;

/// <summary>Every test of the class becomes a result file, the class and each test a container file.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public class AllureNUnitAttribute : PropertyAttribute, ITestAction
{
    private readonly TestRecorder _recorder = new();

    public ActionTargets Targets => ActionTargets.Test | ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
        if (test.IsSuite)
            _recorder.Open(test);
        else
            _recorder.Start(test);
    }

    public void AfterTest(ITest test)
    {
        if (test.IsSuite)
            _recorder.Close(test);
        else
            _recorder.Finish(test);
    }
}
