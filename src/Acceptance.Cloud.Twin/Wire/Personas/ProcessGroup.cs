using System.Runtime.InteropServices;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// Ends what a killed persona left running; the process is known to live, for it still holds its connection.
/// </summary>
internal static class ProcessGroup
{
    private const int Terminate = 15;

    public static void End(int process)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        if (Kill(-process, Terminate) != 0)
            _ = Kill(process, Terminate);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
