using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// resolvectl status on a host: MAAS advertises its region controller as a resolver, whatever the subnet says, and
/// nobody serves there (R15).
/// </summary>
internal sealed class ResolvectlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["resolvectl"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        if (call.Argv.FirstOrDefault() is not (null or "status" or "dns"))
            throw new NotEmulatedException($"resolvectl {string.Join(' ', call.Argv)}");
        var (region, gateway) = (call.World.Plan.Address("8.10"), call.World.Plan.Address("8.1"));
        call.Out(
            call.Argv.FirstOrDefault() == "dns"
                ? $"Global:\nLink 2 (enp1s0): {gateway} {region}\n"
                : "Global\n"
                    + "       Protocols: -LLMNR -mDNS -DNSOverTLS DNSSEC=no/unsupported\n"
                    + "resolv.conf mode: stub\n\n"
                    + "Link 2 (enp1s0)\n"
                    + "    Current Scopes: DNS\n"
                    + "         Protocols: +DefaultRoute +LLMNR -mDNS -DNSOverTLS DNSSEC=no/unsupported\n"
                    + $"Current DNS Server: {region}\n"
                    + $"       DNS Servers: {gateway} {region}\n"
                    + "        DNS Domain: maas\n"
        );
        return Task.FromResult(0);
    }
}
