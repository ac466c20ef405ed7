using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>The smallest level of behaviour.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class AllureStoryAttribute(params string[] story) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) =>
        testResult.labels.AddRange(story.Select(Label.Story));
}
