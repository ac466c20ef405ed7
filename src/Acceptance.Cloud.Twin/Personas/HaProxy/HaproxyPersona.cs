using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>
/// haproxy -c: the file on disk, which says nothing about the process. The verdict is on stdout, the alerts on stderr;
/// -q prints nothing even on failure.
/// </summary>
internal sealed class HaproxyPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["haproxy"];

    public override HostKind On => HostKind.Container;

    public override string Folder => "/usr/sbin";

    public override Task<int> Run(PersonaCall call) => call.Reading(() => Answer(call));

    private static int Answer(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            if (call.Argv.Contains("-v") || call.Argv.Contains("-vv"))
                call.Out($"HAProxy version {Version} 2024/04/05 - https://haproxy.org/\n");
            else if (call.Argv.Contains("-c"))
                return Check(call);
            else
                throw new NotEmulatedException("haproxy without -c or -v");
            return 0;
        }
    }

    /// <summary>Jammy's.</summary>
    public const string Version = "2.4.24-0ubuntu0.22.04.2";

    private static int Check(PersonaCall call)
    {
        var at = call.Argv.ToList().IndexOf("-f");
        var file =
            at >= 0 && at + 1 < call.Argv.Count ? call.Argv[at + 1] : call.Host.Root + "/etc/haproxy/haproxy.cfg";
        var complaints = Complaints(call, file, PathMapping.Back(file, call.Host));
        var failed = complaints.Exists(complaint => complaint.Found != HaProxyComplaint.Stage.Warning);
        if (call.Argv.Contains("-q"))
            return failed ? 1 : 0;
        if (failed)
            call.Err(
                $"[NOTICE]   (3002) : haproxy version is {Version}\n"
                    + "[NOTICE]   (3002) : path to executable is /usr/sbin/haproxy\n"
            );
        foreach (var complaint in complaints)
            call.Err(
                complaint.Found == HaProxyComplaint.Stage.Warning
                    ? $"[WARNING]  (3002) : {complaint.Line}\n"
                    : Alert(complaint.Line)
            );
        if (!failed)
            call.Out($"{(complaints.Count > 0 ? "Warnings were found.\n" : "")}Configuration file is valid\n");
        else if (complaints[0].Found != HaProxyComplaint.Stage.Opening)
            Verdict(call, complaints[0].Found, PathMapping.Back(file, call.Host));
        return failed ? 1 : 0;
    }

    private static List<HaProxyComplaint> Complaints(PersonaCall call, string file, string named)
    {
        var found = call.File(Path.Combine(call.Cwd, file));
        if (!found.IsThere)
            return
            [
                new HaProxyComplaint(
                    HaProxyComplaint.Stage.Opening,
                    $"Cannot open configuration file/directory {named} : No such file or directory"
                ),
            ];
        if (!call.Elevated && (found.Mode & UnixFileMode.OtherRead) == 0)
            return
            [
                new HaProxyComplaint(
                    HaProxyComplaint.Stage.Opening,
                    $"Could not open configuration file {named} : Permission denied"
                ),
            ];
        var complaints = HaProxyConfiguration
            .Parse(found.Text, named, path => call.File(call.Host.Root + Path.GetFullPath(path, "/")).TextOrNull)
            .Complaints;
        // The test stops at the stage that failed.
        var first = complaints
            .Where(complaint => complaint.Found != HaProxyComplaint.Stage.Warning)
            .Select(complaint => (HaProxyComplaint.Stage?)complaint.Found)
            .Min();
        return [.. complaints.Where(complaint => first is null || complaint.Found == first)];
    }

    private static void Verdict(PersonaCall call, HaProxyComplaint.Stage found, string named)
    {
        if (found == HaProxyComplaint.Stage.Parsing)
            call.Err(Alert($"Error(s) found in configuration file : {named}"));
        call.Err(
            Alert(
                found == HaProxyComplaint.Stage.Addresses
                    ? "Failed to initialize server(s) addr."
                    : "Fatal errors found in configuration."
            )
        );
    }

    private static string Alert(string line) => $"[ALERT]    (3002) : {line}\n";
}
