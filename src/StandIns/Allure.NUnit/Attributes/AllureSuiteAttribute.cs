using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>The suite, the middle of the three levels.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class AllureSuiteAttribute(string suite) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) => testResult.labels.Add(Label.Suite(suite));
}
