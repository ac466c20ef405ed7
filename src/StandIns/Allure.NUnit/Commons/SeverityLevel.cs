namespace Allure.Net.Commons;

/// <summary>How bad it is when a test fails.</summary>
public enum SeverityLevel
{
    normal,
    blocker,
    critical,
    minor,
    trivial,
}
