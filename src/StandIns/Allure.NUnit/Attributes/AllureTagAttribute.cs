using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>Words to filter a report by.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class AllureTagAttribute(params string[] tags) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) => testResult.labels.AddRange(tags.Select(Label.Tag));
}
