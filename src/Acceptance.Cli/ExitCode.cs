namespace Acceptance.Cli;

/// <summary>What `acceptance` ends with (DESIGN 6.7).</summary>
public static class ExitCode
{
    /// <summary>What was asked for was proven, or done. Waivers in date included, and said.</summary>
    public const int Kept = 0;

    /// <summary>A fault of this program.</summary>
    public const int Internal = 1;

    /// <summary>Wrong usage, or a site that cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>Broken or unknown.</summary>
    public const int Broken = 3;

    public const int Unreachable = 5;

    /// <summary>A person is needed (recover).</summary>
    public const int PersonNeeded = 6;

    public const int Interrupted = 130;
}
