using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>On the magnum unit: pip3 show of the driver.</summary>
internal sealed class MagnumHostPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["pip3"];

    public override HostKind On => HostKind.Container;

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "magnum") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        if (call.Argv is ["install", var wanted] && wanted.Split("==") is ["magnum-capi-helm", var version])
            return Task.FromResult(Install(call, version));
        if (call.Argv.FirstOrDefault() != "show")
            throw new NotEmulatedException($"pip3 {string.Join(' ', call.Argv)}");
        foreach (var package in call.Argv.Skip(1))
        {
            if (package != "magnum-capi-helm")
                return Task.FromResult(call.Fail(1, $"WARNING: Package(s) not found: {package}"));
            lock (call.World.Gate)
                call.Out(
                    "Name: magnum-capi-helm\n"
                        + $"Version: {call.World.Conductor.InstalledDriver}\n"
                        + "Summary: Magnum driver that uses Kubernetes Cluster API via Helm.\n"
                        + "Home-page: https://opendev.org/openstack/magnum-capi-helm\n"
                        + "License: Apache-2.0\n"
                        + "Location: /usr/local/lib/python3.10/dist-packages\n"
                        + "Requires: magnum\n"
                        + "Required-by: \n"
                );
        }

        return Task.FromResult(0);
    }

    /// <summary>For the whole host by root alone; another's would go into a home that the conductor does not read.
    /// </summary>
    private static int Install(PersonaCall call, string version)
    {
        if (!call.Elevated)
            throw new NotEmulatedException("pip3 install without sudo");
        lock (call.World.Gate)
            call.World.Conductor.Install(version);
        call.Out($"Collecting magnum-capi-helm=={version}\nSuccessfully installed magnum-capi-helm-{version}\n");
        return 0;
    }
}
