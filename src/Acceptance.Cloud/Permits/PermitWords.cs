namespace Acceptance.Cloud.Permits;

/// <summary>The words of permits in settings and on screen.</summary>
public static class PermitWords
{
    public static string Word(this Permit permit) => permit.ToString().ToLowerInvariant();

    /// <summary>observe, mutate, destroy; anything else is refused with what is allowed.</summary>
    public static Permit Read(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "observe" => Permit.Observe,
            "mutate" => Permit.Mutate,
            "destroy" => Permit.Destroy,
            _ => throw new FormatException($"'{word}' is no permit: allowed are observe, mutate, destroy."),
        };
}
