using Allure.Net.Commons;

namespace Allure.NUnit.Attributes;

/// <summary>How bad it is when this fails.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public class AllureSeverityAttribute(SeverityLevel severity = SeverityLevel.normal) : AllureTestCaseAttribute
{
    public override void UpdateTestResult(TestResult testResult) => testResult.labels.Add(Label.Severity(severity));
}
