namespace Acceptance.Reporting;

/// <summary>Who may read a report beside its owner (ACCEPTANCE_REPORTS_MODE); nobody else ever writes one.</summary>
public static class ReportMode
{
    public const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnerAndGroup = OwnerAlone | UnixFileMode.GroupRead;

    /// <summary>Throws <see cref="FormatException"/> for any other word.</summary>
    public static UnixFileMode Read(string word) =>
        word switch
        {
            "" or "0600" => OwnerAlone,
            "0640" => OwnerAndGroup,
            "0644" => OwnerAndGroup | UnixFileMode.OtherRead,
            _ => throw new FormatException($"'{word}' is no mode of a report: allowed are 0600, 0640, 0644."),
        };
}
