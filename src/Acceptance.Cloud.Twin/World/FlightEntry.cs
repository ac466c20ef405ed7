namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// One request ("request": service, method, url, status) or one started program ("argv": host, program, argv, exit).
/// </summary>
internal sealed record FlightEntry(
    DateTimeOffset At,
    string Kind,
    string Where,
    string Verb,
    string Url,
    IReadOnlyList<string> Argv,
    int Status,
    string? Body,
    string Client
)
{
    /// <summary>A program ran as root.</summary>
    public bool AsRoot { get; init; }
}
