using System.Globalization;
using System.Runtime.InteropServices;

namespace Acceptance.Cloud.Files;

/// <summary>Whose a file or folder is and who may write it, as the kernel says (statx(2)).</summary>
/// <param name="Owner">The user's id.</param>
/// <param name="Names">How many names it has (hard links).</param>
/// <param name="Mode">Type and permissions, as in st_mode.</param>
internal sealed record FileStanding(uint Owner, uint Names, int Mode)
{
    private const int AtWorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeModeNamesOwner = 0xF;
    private const int NoEntry = 2;

    public static uint Us => EffectiveUser();

    public bool IsOurs => Owner == Us;

    public bool IsLink => (Mode & 0xF000) == 0xA000;

    public bool OthersMayWrite => ((UnixFileMode)Mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0;

    /// <summary>A folder that users share on purpose, as /tmp is.</summary>
    public bool IsShared => ((UnixFileMode)Mode & UnixFileMode.StickyBit) != 0;

    /// <summary>"777".</summary>
    public string Octal => Convert.ToString(Mode & 0xFFF, 8);

    /// <summary>Null when there is no such name.</summary>
    /// <param name="followed">Whether a link stands for what it leads to.</param>
    public static FileStanding? At(string path, bool followed = false)
    {
        var answer = new byte[256];
        if (Ask(AtWorkingFolder, path, followed ? 0 : NoFollow, TypeModeNamesOwner, answer) == 0)
            return new FileStanding(
                BitConverter.ToUInt32(answer, 20),
                BitConverter.ToUInt32(answer, 16),
                BitConverter.ToUInt16(answer, 28)
            );
        var error = Marshal.GetLastPInvokeError();
        return error == NoEntry
            ? null
            : throw new IOException(
                string.Create(CultureInfo.InvariantCulture, $"{path}: {Marshal.GetPInvokeErrorMessage(error)}")
            );
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(
        int folder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags,
        uint asked,
        byte[] answer
    );

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
