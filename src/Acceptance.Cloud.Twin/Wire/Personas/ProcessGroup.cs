using System.Runtime.InteropServices;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// Ends what a killed persona left running. A number that somebody told proves nothing: the kernel must name that
/// process as the holder of the connection that told it.
/// </summary>
internal static class ProcessGroup
{
    private const int Terminate = 15;

    public static void End(int process, uint socket)
    {
        if (!OperatingSystem.IsLinux() || process <= 1 || socket == 0 || !Holds(process, socket))
            return;
        if (Kill(-process, Terminate) != 0)
            _ = Kill(process, Terminate);
    }

    private static bool Holds(int process, uint socket)
    {
        var held = $"socket:[{socket}]";
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget == held);
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or is another user's.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
