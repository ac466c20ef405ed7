using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Allure;

/// <summary>A category of the report: a verdict, told by the word that every status message begins with.</summary>
internal sealed record AllureCategory(string Name, string MessageRegex, IReadOnlyList<string> MatchedStatuses)
{
    public static IReadOnlyList<AllureCategory> All { get; } =
    [
        .. new[]
        {
            VerdictLook.Broken,
            VerdictLook.Unknown,
            VerdictLook.HeldBack,
            VerdictLook.NotPermitted,
            VerdictLook.Waived,
            VerdictLook.Recovered,
            VerdictLook.NotAsked,
        }.Select(look => new AllureCategory(
            char.ToUpperInvariant(look.Word[0]) + look.Word[1..],
            $"^{look.Word}:[\\s\\S]*",
            [Status(look)]
        )),
    ];

    /// <summary>passed, failed, broken (could not be read) or skipped.</summary>
    public static string Status(VerdictLook look) =>
        look.Class switch
        {
            "kept" or "recovered" or "waived" => "passed",
            "broken" => "failed",
            "unknown" => "broken",
            _ => "skipped",
        };
}
