namespace Acceptance.Reporting.Allure;

/// <summary>A *-result.json in the shape that Allure reads. Times are milliseconds since 1970.</summary>
internal sealed record AllureResult(
    string Uuid,
    string HistoryId,
    string TestCaseId,
    string FullName,
    string Name,
    string? Description,
    string Status,
    AllureResult.Details StatusDetails,
    string Stage,
    long Start,
    long Stop,
    IReadOnlyList<AllureResult.Label> Labels,
    IReadOnlyList<AllureResult.Parameter> Parameters,
    IReadOnlyList<AllureResult.Step> Steps,
    IReadOnlyList<AllureResult.Attachment> Attachments
)
{
    internal sealed record Details(string Message, string? Trace);

    internal sealed record Label(string Name, string Value);

    /// <param name="Excluded">Says nothing about which test this is.</param>
    internal sealed record Parameter(string Name, string Value, bool Excluded = true);

    internal sealed record Step(string Name, string Status, string Stage, long Start, long Stop);

    internal sealed record Attachment(string Name, string Source, string Type);
}
