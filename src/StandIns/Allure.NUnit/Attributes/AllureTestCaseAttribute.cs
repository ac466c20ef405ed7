using Allure.Net.Commons;
using NUnit.Framework;

namespace Allure.NUnit.Attributes;

/// <summary>What the attributes below have in common: each adds to the result before the test runs.</summary>
public abstract class AllureTestCaseAttribute : NUnitAttribute
{
    public abstract void UpdateTestResult(TestResult testResult);
}
