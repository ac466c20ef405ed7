namespace Acceptance.Cli.Twins.Fence;

/// <summary>What a program wanted to reach and may not: another machine, or a service of this one.</summary>
/// <param name="Where">As a sentence names it: an address with its port, or the file of a socket.</param>
/// <param name="Error">What the program is told: an errno.</param>
/// <param name="Why">The rest of the sentence that the user is told; null: the program says enough itself.</param>
internal sealed record ForbiddenReach(string Where, int Error, string? Why)
{
    private const int NotPermitted = 1;
    private const int PermissionDenied = 13;
    private const int NetworkUnreachable = 101;
    private const int ConnectionRefused = 111;
    private const string Outside = "nothing leaves this machine from a twin's world, so its network is unreachable";

    /// <summary>What cannot be read is not let through.</summary>
    public static ForbiddenReach Unread { get; } =
        new("an address that could not be read", NetworkUnreachable, Outside);

    /// <summary>A name that is not found says so itself.</summary>
    public static ForbiddenReach OtherMachine(string where, bool asksForName) =>
        new(where, NetworkUnreachable, asksForName ? null : Outside);

    /// <summary>A file's record outside: the program says that itself.</summary>
    public static ForbiddenReach File(string place) => new(place, PermissionDenied, null);

    /// <summary>A process that is none of the command's.</summary>
    public static ForbiddenReach Process(string process) => new(process, NotPermitted, null);

    public static ForbiddenReach Service(string socket) =>
        new(
            socket,
            ConnectionRefused,
            "that is a service of this machine and none of the twin's, so it does not answer"
        );
}
