using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>The largest of the three levels of behaviour.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class AllureEpicAttribute(string epic) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) => testResult.labels.Add(Label.Epic(epic));
}
