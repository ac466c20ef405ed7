using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>The level above the suite.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class AllureParentSuiteAttribute(string parentSuite) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) =>
        testResult.labels.Add(Label.ParentSuite(parentSuite));
}
