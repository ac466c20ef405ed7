namespace Allure.Net.Commons;

/// <summary>How far a test or a step is.</summary>
public enum Stage
{
    scheduled,
    running,
    finished,
    pending,
    interrupted,
}
