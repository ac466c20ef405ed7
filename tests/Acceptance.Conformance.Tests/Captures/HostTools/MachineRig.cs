using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// The machine's own bash, sed, grep, openssl and curl, run on the twin's jumphost: they count as the same only when
/// they were really run.
/// </summary>
internal sealed class MachineRig(RecordingSession session, HostLane lane) : IHostRig, IDisposable
{
    private const string SiteFile = "/etc/nginx/sites-available/horizon-proxy";

    private static readonly string[] Programs = ["bash", "sed", "grep", "cat", "openssl", "python3", "curl"];

    private readonly RecordedCertificates _certificates = new(
        lane.World.Pki.VaultRoot,
        lane.World.Plan.Address("4.50")
    );
    private RecordedPeers? _peers;

    public bool Plays(HostCapture capture) => Programs.Contains(capture.Program);

    public Stage Set(HostCapture capture, HostLane on)
    {
        RefuseWhatIsOutOfReach(capture);
        var host = on.Twin.Shells.Jumphost;
        Furnish(capture, host);
        foreach (var path in RecordingSession.ReadBy(capture))
        {
            if (session.Writer(path, capture) is not { } writer)
                continue;
            // What another command of the recording left behind.
            on.Run(Set(writer, on), writer.Stdin).GetAwaiter().GetResult();
        }

        _peers ??= new RecordedPeers(on.Twin.Block, _certificates);
        return new Stage(host, _peers.Read(capture.Command));
    }

    private static void RefuseWhatIsOutOfReach(HostCapture capture)
    {
        if (capture.Command.Contains("setpriv", StringComparison.Ordinal))
            throw new OutOfReachException("another user's rights over real files: nobody is root inside a twin");
        if (capture.Command.Contains("env -i sh", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a shell without a PATH looks into the machine's own folders, not the twin's"
            );
        if (capture.Command.Contains("unshare ", StringComparison.Ordinal))
            throw new OutOfReachException("a network of its own, without a route: a twin has loopback only");
        if (capture.Tells("apache", "nginx"))
            throw new OutOfReachException("the answer of a web server that the twin does not play");
        if (capture.Tells("client certificate"))
            throw new OutOfReachException("no server of the twin demands a client certificate");
    }

    public void Dispose() => _peers?.Dispose();

    private void Furnish(HostCapture capture, ShellHost host)
    {
        foreach (var (name, text) in _certificates.Files())
            lane.Write(host, $"/etc/ssl/ht/{name}", text);
        lane.Write(host, "/run/ht/list.txt", "one\ntwo\n");
        lane.Write(host, "/run/ht/action.yaml", Action());
        if (session.Input(SiteFile) is { } site)
            lane.Write(host, SiteFile, site);
        foreach (var (path, text) in capture.Inputs)
            lane.Write(host, path, text);
        Helm(capture, host);
    }

    /// <summary>A charm action's human output, which indents a certificate.</summary>
    private string Action() =>
        "unit-vault-0:\n  id: \"8\"\n  results:\n    output: |-\n"
        + string.Concat(
            _certificates.Files()["vault-root-ca.pem"].TrimEnd('\n').Split('\n').Select(line => $"      {line}\n")
        )
        + "  status: completed\n  unit: vault/0\n";

    /// <summary>helm as a stub where the situation puts it: only where the shell looks for it is under test.</summary>
    private void Helm(HostCapture capture, ShellHost host)
    {
        var (local, link) = (host.Root + "/usr/local/bin/helm", host.Root + "/usr/bin/helm");
        File.Delete(local);
        File.Delete(link);
        if (!capture.Command.Contains("helm", StringComparison.Ordinal) || capture.Tells("helm nowhere", "missing"))
            return;
        if (!capture.Tells("dangling"))
        {
            lane.Write(host, "/usr/local/bin/helm", "#!/bin/sh\necho v3.17.3+ge4da497\n");
            File.SetUnixFileMode(local, (UnixFileMode)0b111_101_101);
        }

        if (capture.Tells("symlink", "dangling"))
            File.CreateSymbolicLink(link, local);
    }
}
