namespace Allure.Net.Commons;

/// <summary>How a parameter is shown.</summary>
public enum ParameterMode
{
    Default,
    Masked,
    Hidden,
}
