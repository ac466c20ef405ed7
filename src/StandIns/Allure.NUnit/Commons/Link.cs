namespace Allure.Net.Commons;

/// <summary>Something outside that a test points to.</summary>
public class Link
{
    public string? name { get; set; }

    public string? url { get; set; }

    public string? type { get; set; }
}
