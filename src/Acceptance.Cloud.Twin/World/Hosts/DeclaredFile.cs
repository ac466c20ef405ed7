namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>What the world says a file holds; a live one follows the world.</summary>
internal sealed record DeclaredFile(Func<string> Text, bool Live, UnixFileMode Mode)
{
    /// <summary>Its time of last change, in the world's time; null: when it was written.</summary>
    public DateTimeOffset? Since { get; init; }

    public const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public const UnixFileMode Executable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
