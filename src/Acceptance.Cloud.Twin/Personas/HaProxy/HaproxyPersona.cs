using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>haproxy -c: the file on disk, which says nothing about the process.</summary>
internal sealed class HaproxyPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["haproxy"];

    public override HostKind On => HostKind.Container;

    public override string Folder => "/usr/sbin";

    public override Task<int> Run(PersonaCall call)
    {
        if (call.Argv.Contains("-v")) call.Out("HAProxy version 2.4.24-0ubuntu0.22.04.2 2024/04/05 - https://haproxy.org/\n");
        else if (call.Argv.Contains("-c")) return Task.FromResult(Check(call));
        else throw new NotEmulatedException("haproxy without -c or -v");
        return Task.FromResult(0);
    }

    private static int Check(PersonaCall call)
    {
        var at = call.Argv.ToList().IndexOf("-f");
        var file = at >= 0 && at + 1 < call.Argv.Count ? call.Argv[at + 1] : call.Host.Root + "/etc/haproxy/haproxy.cfg";
        var named = PathMapping.Back(file, call.Host);
        if (!File.Exists(file)) return call.Fail(1, $"[ALERT]    (3002) : Could not open configuration file {named} : No such file or directory");
        var text = File.ReadAllText(file);
        if (!text.EndsWith('\n')) return call.Fail(1, $"[ALERT]    (3002) : parsing [{named}:{text.Split('\n').Length}]: Missing LF on last line, file might have been truncated at position {text.Split('\n')[^1].Length + 1}.\n[ALERT]    (3002) : Error(s) found in configuration file : {named}\n[ALERT]    (3002) : Fatal errors found in configuration.");
        if (!call.Argv.Contains("-q")) call.Out("Configuration file is valid\n");
        return 0;
    }
}
