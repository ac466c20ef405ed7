namespace Allure.Net.Commons;

/// <summary>A step of a test, or of another step.</summary>
public class StepResult : ExecutableItem { }
