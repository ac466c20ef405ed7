using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>nginx -t, -T, -v, -s: it reads the host's files and says on stderr what it finds; a configuration that the twin cannot judge is neither ok nor failed.</summary>
internal sealed class NginxPersona : Persona
{
    private const string Options = """
        Options:
          -?,-h         : this help
          -v            : show version and exit
          -V            : show version and configure options then exit
          -t            : test configuration and exit
          -T            : test configuration, dump it and exit
          -q            : suppress non-error messages during configuration testing
          -s signal     : send signal to a master process: stop, quit, reopen, reload
        """;

    public override IReadOnlyList<string> Names { get; } = ["nginx"];

    public override HostKind On => HostKind.Jumphost;

    public override string Folder => "/usr/sbin";

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            call.Host.Files.Materialise(call.Host.Root);
            return Task.FromResult(Act(call));
        }
    }

    private static int Act(PersonaCall call)
    {
        var build = call.World.Nginx.Build;
        var options = NginxOptions.Of(call.Argv, build, out var wrong);
        if (options is null)
            return call.Fail(1, $"nginx: {wrong}");
        if (options.Help || options.Version || options.Built)
        {
            if (options.Built && build.Configured is null)
                throw new NotEmulatedException("nginx -V of Ubuntu's package");
            call.Err(
                $"nginx version: nginx/{build.Shown}\n{(options.Help ? Usage(build) : "")}{(options.Built ? build.Configured : "")}"
            );
            if (!options.Test)
                return 0;
        }

        if (options.Prefix is not null)
            throw new NotEmulatedException("nginx -p");
        var file = PathMapping.Back(options.File ?? "/etc/nginx/nginx.conf", call.Host);
        if (!file.StartsWith('/'))
            file = $"{build.Prefix}/{file}";
        NginxVerdict verdict;
        try
        {
            verdict = NginxVerdict.Of(file, options.Directives, HostSurroundings.Of(call), build);
        }
        catch (NginxUnjudgedException edge)
        {
            throw new NotEmulatedException($"the judgement of {edge.Message}");
        }

        if (!call.Elevated && !build.LogsToStderr)
            call.Err(
                "nginx: [alert] could not open error log file: open() \"/var/log/nginx/error.log\" failed (13: Permission denied)\n"
            );
        foreach (var warning in verdict.Warnings)
            Say(call, "warn", warning);
        return options.Test ? Test(call, options, file, verdict)
            : options.Signal is { } signal ? Signal(call, signal, verdict)
            : Start(call, verdict);
    }

    private static int Test(PersonaCall call, NginxOptions options, string file, NginxVerdict verdict)
    {
        if (verdict.Readable && !options.Quiet)
            call.Err($"nginx: the configuration file {file} syntax is ok\n");
        if (verdict.Refused is { } refused)
        {
            Say(call, "emerg", refused);
            call.Err($"nginx: configuration file {file} test failed\n");
            return 1;
        }

        if (!options.Quiet)
            call.Err($"nginx: configuration file {file} test is successful\n");
        if (options.Dump)
            foreach (var (path, text) in verdict.Files)
                call.Out($"# configuration file {path}:\n{text}\n");
        return 0;
    }

    /// <summary>nginx -s: reads the file first, and then looks for the process.</summary>
    private static int Signal(PersonaCall call, string signal, NginxVerdict verdict)
    {
        var nginx = call.World.Nginx;
        if (!verdict.Readable)
        {
            Say(call, "emerg", verdict.Refused!);
            return 1;
        }

        // What is a notice only goes to the error log, and there nobody reads it but where that is stderr.
        if (nginx.Build.LogsToStderr || !call.Elevated)
            Say(call, "notice", "signal process started");
        if (!nginx.Running)
        {
            Say(call, "error", "open() \"/run/nginx.pid\" failed (2: No such file or directory)");
            return 1;
        }

        if (!call.Elevated)
        {
            Say(
                call,
                "alert",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"kill({Pid - 4}, {(signal == "reload" ? 1 : signal == "reopen" ? 10 : signal == "quit" ? 3 : 15)}) failed (1: Operation not permitted)"
                )
            );
            return 1;
        }

        if (signal is "stop" or "quit")
            nginx.Stop();
        else if (signal == "reload" && verdict.Refused is null)
            nginx.Reload();
        return 0;
    }

    private static int Start(PersonaCall call, NginxVerdict verdict)
    {
        if (call.World.Nginx.Running)
            throw new NotEmulatedException("a second nginx beside the one that runs");
        if (verdict.Refused is { } refused)
        {
            Say(call, "emerg", refused);
            return 1;
        }

        call.World.Nginx.Start();
        return 0;
    }

    private const int Pid = 8256;

    /// <summary>With an error log that can be written "nginx: [level]"; else as a line of that log.</summary>
    private static void Say(PersonaCall call, string level, string text) =>
        call.Err(
            call.World.Nginx.Build.LogsToStderr || !call.Elevated
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{call.World.Now.UtcDateTime:yyyy/MM/dd HH:mm:ss} [{level}] {Pid}#{Pid}: {text}\n"
                )
                : $"nginx: [{level}] {text}\n"
        );

    private static string Usage(NginxBuild build)
    {
        var hasErrorLog = build.Release >= NginxOptions.ErrorLogFrom;
        return (
                hasErrorLog
                    ? "Usage: nginx [-?hvVtTq] [-s signal] [-p prefix]\n             [-e filename] [-c filename] [-g directives]\n\n"
                    : "Usage: nginx [-?hvVtTq] [-s signal] [-c filename] [-p prefix] [-g directives]\n\n"
            )
            + $"{Options}\n  -p prefix     : set prefix path (default: {build.Prefix}/)\n{(hasErrorLog ? "  -e filename   : set error log file (default: stderr)\n" : "")}"
            + "  -c filename   : set configuration file (default: /etc/nginx/nginx.conf)\n  -g directives : set global directives out of configuration file\n\n";
    }
}
