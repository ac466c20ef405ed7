namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// A call that changes what a file says of itself: mode, owner, times, attributes. Landlock does not know these.
/// </summary>
/// <param name="Number">The kernel's, on this machine.</param>
/// <param name="Folder">Which argument is the descriptor of a folder, or of the file itself; -1: none.</param>
/// <param name="Path">Which argument is the path; -1: the descriptor is the file.</param>
/// <param name="Flags">Which argument holds AT_ flags; -1: none.</param>
/// <param name="Follows">A link at the path's end is followed.</param>
internal sealed record FileCall(uint Number, int Folder, int Path, int Flags = -1, bool Follows = true)
{
    /// <summary>AT_SYMLINK_NOFOLLOW.</summary>
    public const ulong DoesNotFollow = 0x100;

    private static readonly FileCall[] Everywhere =
    [
        new(452, 0, 1, 3),
        new(463, 0, 1, 2),
        new(466, 0, 1, 2),
        new(469, 0, 1, 4),
    ];

    /// <summary>
    /// chmod, fchmod, chown, fchown, lchown, utime, the xattrs, utimes, and what has "at" in its name.
    /// </summary>
    public static IReadOnlyList<FileCall> OfX64 { get; } =
    [
        new(90, -1, 0),
        new(91, 0, -1),
        new(92, -1, 0),
        new(93, 0, -1),
        new(94, -1, 0, Follows: false),
        new(132, -1, 0),
        .. Attributes(188),
        .. Attributes(197),
        new(235, -1, 0),
        new(260, 0, 1, 4),
        new(261, 0, 1),
        new(268, 0, 1),
        new(280, 0, 1, 3),
        .. Everywhere,
    ];

    /// <summary>There the older ones are not.</summary>
    public static IReadOnlyList<FileCall> OfArm64 { get; } =
    [
        .. Attributes(5),
        .. Attributes(14),
        new(52, 0, -1),
        new(53, 0, 1),
        new(54, 0, 1, 4),
        new(55, 0, -1),
        new(88, 0, 1, 3),
        .. Everywhere,
    ];

    /// <summary>Three in a row: of a path, of a link, of a descriptor.</summary>
    private static IEnumerable<FileCall> Attributes(uint first) =>
        [new(first, -1, 0), new(first + 1, -1, 0, Follows: false), new(first + 2, 0, -1)];
}
