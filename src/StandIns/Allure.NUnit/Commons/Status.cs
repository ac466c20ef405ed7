namespace Allure.Net.Commons;

/// <summary>How a test or a step ended.</summary>
public enum Status
{
    none,
    failed,
    broken,
    passed,
    skipped,
}
