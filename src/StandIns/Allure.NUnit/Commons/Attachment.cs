namespace Allure.Net.Commons;

/// <summary>A file of the results directory that belongs to a test or a step.</summary>
public class Attachment
{
    public string? name { get; set; }

    public string? source { get; set; }

    public string? type { get; set; }
}
