using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>Who looks after it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public class AllureOwnerAttribute(string owner) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) => testResult.labels.Add(Label.Owner(owner));
}
